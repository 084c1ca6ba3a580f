package org.openbeian.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys of machines. A request is signed with HMAC-SHA-256 over {@link Signed#text()}; it is accepted within five minutes of its
 * timestamp and only once. Thread-safe.
 */
@ProviderType
public interface ApiKeys {

    /**
     * A key, without its secret.
     *
     * @param id id, which is no secret
     * @param account account that it stands for
     * @param label what its owner calls it
     * @param createdAt when it was made
     * @param expiresAt when it ends, or null
     * @param revokedAt when it was revoked, or null
     */
    record Key(String id, String account, String label, Instant createdAt, Instant expiresAt, Instant revokedAt) {
    }

    /**
     * A new key.
     *
     * @param key the key
     * @param secret its secret; shown this once
     */
    record Created(Key key, String secret) {

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Created[" + key.id() + "]";
        }
    }

    /**
     * A signed request.
     *
     * @param keyId id of the key
     * @param timestamp seconds since 1970, in decimal digits
     * @param nonce 16 to 64 of {@code A-Za-z0-9_-}, never used before with this key
     * @param method HTTP method
     * @param target path and query as sent, such as {@code /api/v1/orders?limit=5}
     * @param bodyDigest SHA-256 of the body, lower-case hexadecimal
     * @param signature the signature, lower-case hexadecimal
     */
    record Signed(String keyId, String timestamp, String nonce, String method, String target, String bodyDigest,
            String signature) {

        /** What is signed: method, target, timestamp, nonce and digest of the body, each on a line of its own. */
        public String text() {
            return String.join("\n", method, target, timestamp, nonce, bodyDigest);
        }
    }

    /**
     * Makes a key.
     *
     * @param account the actor's own, or one that the actor manages
     * @param expiresAt when it ends, or null
     * @throws Refusal INVALID for a bad label or date, WRONG_STATE when the account has ten keys already, NOT_FOUND or FORBIDDEN
     *     for an account that the actor does not manage
     */
    Created create(Actor actor, String account, String label, Instant expiresAt);

    /** Makes a key for the actor's own account. */
    default Created create(Actor actor, String label, Instant expiresAt) {
        return create(actor, actor.account(), label, expiresAt);
    }

    /**
     * The keys of an account, newest first.
     *
     * @throws Refusal NOT_FOUND or FORBIDDEN for an account that the actor does not manage
     */
    List<Key> list(Actor actor, String account);

    /** The actor's keys, newest first. */
    default List<Key> list(Actor actor) {
        return list(actor, actor.account());
    }

    /**
     * Revokes a key, at once.
     *
     * @throws Refusal NOT_FOUND when the account has no such key, or FORBIDDEN when the actor does not manage it
     */
    void revoke(Actor actor, String account, String id);

    /** Revokes one of the actor's keys, at once. */
    default void revoke(Actor actor, String id) {
        revoke(actor, actor.account(), id);
    }

    /** Who sent a signed request; empty when key, time, nonce or signature is not good. */
    Optional<Actor> verify(Signed request, String address);
}
