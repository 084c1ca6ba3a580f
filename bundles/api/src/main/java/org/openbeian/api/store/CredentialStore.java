package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What stands for an account beside its password: sessions, keys and identities at providers. Every instant is the machine's.
 * Joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface CredentialStore {

    /**
     * A session.
     *
     * @param account account that logged in
     * @param usedAt when it was used last, to a minute or so
     * @param expiresAt when it ends at the latest
     */
    record StoredSession(String account, Instant usedAt, Instant expiresAt) {
    }

    /** Adds a session under the digest of its token. */
    void addSession(String digest, StoredSession session);

    /** The session, or empty. */
    Optional<StoredSession> session(String digest);

    /** Notes that a session was used. */
    void touchSession(String digest, Instant usedAt);

    /** Removes a session. */
    void removeSession(String digest);

    /** Removes all sessions of an account. */
    void removeSessions(String account);

    /** Adds a key with its secret, which is protected. */
    void addKey(Key key, byte[] secret);

    /** The key, or empty. */
    Optional<Key> key(String id);

    /** The secret of a key, or empty. */
    Optional<byte[]> secret(String keyId);

    /** The keys of an account, newest first. */
    List<Key> keys(String account);

    /** Ends a key of an account; false when it has none like that or it ended before. */
    boolean revokeKey(String account, String id, Instant at);

    /** Takes a nonce of a key; false when it was taken before. */
    boolean takeNonce(String keyId, String nonce, Instant until);

    /** Adds an identity; false when it is linked already, to whatever account. */
    boolean addIdentity(Identity identity);

    /** The identity, or empty. */
    Optional<Identity> identity(String issuer, String subject);

    /** The identities of an account. */
    List<Identity> identities(String account);

    /** Removes an identity of an account; false when it has none like that. */
    boolean removeIdentity(String account, String issuer, String subject);

    /** Removes sessions and nonces that ended before an instant, at most {@code limit} of each; returns how many. */
    int trim(Instant before, int limit);
}
