package org.openbeian.security.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.CredentialStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log-in with bearer tokens of one OpenID Connect provider. A token counts when the provider signed it with an asymmetric key
 * of its present key set, for our audience, and it has not expired; an unknown key makes the set be fetched anew, at most every
 * few seconds. Roles are the linked account's, never the token's. Thread-safe.
 */
@Component(configurationPid = "org.openbeian.security.oidc")
@Designate(ocd = OidcSettings.class)
public final class OidcLogIns implements ExternalLogIns {

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogIns.class);
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LARGEST_KEY_SET = 100_000;
    private static final long FETCH_MILLIS = 5_000;
    private static final int LONGEST = 300;

    private final CredentialStore store;
    private final AccountStore accountStore;
    private final Accounts accounts;
    private final Transactions transactions;
    private final AuditLog audit;
    private final String issuer;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Clock realTime = Clock.systemUTC();

    /** For the provider that is configured, if any. */
    @Activate
    public OidcLogIns(@Reference CredentialStore store, @Reference AccountStore accountStore, @Reference Accounts accounts,
            @Reference Transactions transactions, @Reference AuditLog audit, OidcSettings settings) {
        this(store, accountStore, accounts, transactions, audit, settings.issuer(), settings.audience(), settings.jwks_uri(),
                FETCH_MILLIS);
    }

    OidcLogIns(CredentialStore store, AccountStore accountStore, Accounts accounts, Transactions transactions, AuditLog audit,
            String issuer, String audience, String jwksUri, long fetchMillis) {
        this.store = store;
        this.accountStore = accountStore;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.issuer = issuer;
        this.processor = issuer.isBlank() ? null : processor(issuer, audience, keys(jwksUri, fetchMillis));
    }

    private static JWKSource<SecurityContext> keys(String jwksUri, long fetchMillis) {
        URI address = URI.create(jwksUri);
        boolean local = "http".equals(address.getScheme()) && List.of("127.0.0.1", "localhost").contains(address.getHost());
        if (!"https".equals(address.getScheme()) && !local) {
            throw new IllegalArgumentException("jwks.uri must be an https address, or http on this machine");
        }
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(),
                    new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEY_SET))
                    .rateLimited(fetchMillis).build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("jwks.uri is not an address", e);
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(String issuer, String audience,
            JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(audience,
                new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")));
        return processor;
    }

    @Override
    public Optional<Actor> bearer(String token, String address) {
        return subject(token).flatMap(subject -> store.identity(issuer, subject))
                .flatMap(identity -> accounts.actor(identity.account(), address));
    }

    @Override
    public Identity link(Actor actor, String token) {
        String subject = subject(token).orElseThrow(
                () -> new Refusal(Kind.INVALID, "token-refused", "the token is not one of the provider's, or it has expired"));
        return add(actor, actor.account(), issuer, subject);
    }

    @Override
    public Identity link(Actor actor, String account, String provider, String subject) {
        if (!actor.may(Permission.MANAGE_ACCOUNTS)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "this needs the permission " + Permission.MANAGE_ACCOUNTS);
        }
        if (provider == null || subject == null || provider.isBlank() || subject.isBlank() || provider.length() > LONGEST
                || subject.length() > LONGEST) {
            throw new Refusal(Kind.INVALID, "identity-invalid", "name an issuer and a subject of at most " + LONGEST + " characters");
        }
        var owner = accountStore.find(account)
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "account-not-found", "there is no such account"));
        AccountService.needFor(actor, owner.roles());
        return add(actor, account, provider, subject);
    }

    private Identity add(Actor actor, String account, String provider, String subject) {
        Identity identity = new Identity(provider, subject, account, realTime.instant().truncatedTo(ChronoUnit.MILLIS));
        return transactions.call(() -> {
            if (!store.addIdentity(identity)) {
                throw new Refusal(Kind.INVALID, "identity-taken", "the identity is linked to an account already");
            }
            audit.record(actor, "identity.link", "account", account, null, Map.of("issuer", provider));
            return identity;
        });
    }

    @Override
    public List<Identity> list(Actor actor, String account) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        return store.identities(account);
    }

    @Override
    public void unlink(Actor actor, String account, String provider, String subject) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        transactions.run(() -> {
            if (!store.removeIdentity(account, provider, subject)) {
                throw new Refusal(Kind.NOT_FOUND, "identity-not-found", "there is no such identity");
            }
            audit.record(actor, "identity.unlink", "account", account, null, Map.of("issuer", provider));
        });
    }

    /** Whom a good token names; empty for every other token. */
    private Optional<String> subject(String token) {
        if (processor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(processor.process(token, null).getSubject());
        } catch (ParseException | BadJOSEException e) {
            LOG.debug("A bearer token is refused: {}", e.getMessage());
            return Optional.empty();
        } catch (JOSEException e) {
            LOG.warn("The keys of the provider {} cannot be had, so no token is accepted: {}", issuer, e.getMessage());
            return Optional.empty();
        }
    }
}
