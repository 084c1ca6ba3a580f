package org.openbeian.security.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.store.CredentialStore;

/** Credentials in memory. */
final class MemoryCredentials implements CredentialStore {

    final Map<String, StoredSession> sessions = new HashMap<>();
    final Map<String, Key> keys = new HashMap<>();
    final List<Identity> identities = new ArrayList<>();
    private final Map<String, byte[]> secrets = new HashMap<>();
    private final Set<String> nonces = new HashSet<>();

    @Override
    public void addSession(String digest, StoredSession session) {
        sessions.put(digest, session);
    }

    @Override
    public Optional<StoredSession> session(String digest) {
        return Optional.ofNullable(sessions.get(digest));
    }

    @Override
    public void touchSession(String digest, Instant usedAt) {
        sessions.computeIfPresent(digest, (key, old) -> new StoredSession(old.account(), usedAt, old.expiresAt()));
    }

    @Override
    public void removeSession(String digest) {
        sessions.remove(digest);
    }

    @Override
    public void removeSessions(String account) {
        sessions.values().removeIf(session -> session.account().equals(account));
    }

    @Override
    public void addKey(Key key, byte[] secret) {
        keys.put(key.id(), key);
        secrets.put(key.id(), secret);
    }

    @Override
    public Optional<Key> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public Optional<byte[]> secret(String keyId) {
        return Optional.ofNullable(secrets.get(keyId));
    }

    @Override
    public List<Key> keys(String account) {
        return keys.values().stream().filter(key -> key.account().equals(account)).toList();
    }

    @Override
    public boolean revokeKey(String account, String id, Instant at) {
        Key key = keys.get(id);
        if (key == null || !key.account().equals(account) || key.revokedAt() != null) {
            return false;
        }
        keys.put(id, new Key(id, account, key.label(), key.createdAt(), key.expiresAt(), at));
        return true;
    }

    @Override
    public boolean takeNonce(String keyId, String nonce, Instant until) {
        return nonces.add(keyId + " " + nonce);
    }

    @Override
    public boolean addIdentity(Identity identity) {
        return identity(identity.issuer(), identity.subject()).isEmpty() && identities.add(identity);
    }

    @Override
    public Optional<Identity> identity(String issuer, String subject) {
        return identities.stream().filter(one -> one.issuer().equals(issuer) && one.subject().equals(subject)).findFirst();
    }

    @Override
    public List<Identity> identities(String account) {
        return identities.stream().filter(one -> one.account().equals(account)).toList();
    }

    @Override
    public boolean removeIdentity(String account, String issuer, String subject) {
        return identities.removeIf(one -> one.account().equals(account) && one.issuer().equals(issuer)
                && one.subject().equals(subject));
    }

    @Override
    public int trim(Instant before, int limit) {
        int size = sessions.size();
        sessions.values().removeIf(session -> session.expiresAt().isBefore(before));
        return size - sessions.size();
    }
}
