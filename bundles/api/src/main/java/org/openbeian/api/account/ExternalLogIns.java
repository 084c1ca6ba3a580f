package org.openbeian.api.account;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Log-in through an OpenID Connect provider, for identities that were linked to an account (T-02). Thread-safe. */
@ProviderType
public interface ExternalLogIns {

    /**
     * An identity at a provider.
     *
     * @param issuer the provider
     * @param subject id of the person there
     * @param account account that it logs in to
     * @param linkedAt since when
     */
    record Identity(String issuer, String subject, String account, Instant linkedAt) {
    }

    /**
     * A log-in that a browser begins.
     *
     * @param address where the browser is sent: the provider's page
     * @param secret what the browser brings back beside the provider's answer; known to this browser alone
     */
    record Begun(URI address, String secret) {

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Begun[" + address.getHost() + "]";
        }
    }

    /**
     * Begins a log-in of a browser by authorization code, with PKCE, state and nonce.
     *
     * @throws Refusal NOT_FOUND when no provider is configured for it
     */
    Begun begin();

    /**
     * Ends a log-in of a browser: exchanges the code and checks the provider's token.
     *
     * @param secret that of {@link #begin}
     * @param state what the provider sent back
     * @param code the provider's code
     * @param address where the request comes from
     * @return the account that the identity is linked to; empty when anything is not good, or it is linked to no account
     */
    Optional<Actor> finish(String secret, String state, String code, String address);

    /** Who a bearer token stands for; empty when it is not good or its identity is linked to no account. */
    Optional<Actor> bearer(String token, String address);

    /**
     * Links the identity of a good token to the actor's account.
     *
     * @throws Refusal INVALID when the token is not good or its identity belongs to another account
     */
    Identity link(Actor actor, String token);

    /**
     * Links an identity to an account, by whoever manages accounts.
     *
     * @throws Refusal NOT_FOUND for an unknown account, FORBIDDEN, or INVALID when the identity belongs to another account
     */
    Identity link(Actor actor, String account, String issuer, String subject);

    /**
     * The identities of an account.
     *
     * @throws Refusal NOT_FOUND or FORBIDDEN for an account that is not the actor's and that the actor does not manage
     */
    List<Identity> list(Actor actor, String account);

    /** The identities of the actor's account. */
    default List<Identity> list(Actor actor) {
        return list(actor, actor.account());
    }

    /**
     * Ends a link of an account.
     *
     * @throws Refusal NOT_FOUND when there is none, or as {@link #list(Actor, String)}
     */
    void unlink(Actor actor, String account, String issuer, String subject);

    /** Ends a link of the actor's account. */
    default void unlink(Actor actor, String issuer, String subject) {
        unlink(actor, actor.account(), issuer, subject);
    }
}
