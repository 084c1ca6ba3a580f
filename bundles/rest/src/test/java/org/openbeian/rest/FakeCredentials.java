package org.openbeian.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;

/** Sessions and keys in memory. */
final class FakeCredentials implements Sessions, ApiKeys {

    private final Accounts accounts;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, Created> keys = new HashMap<>();
    private final Set<String> nonces = new HashSet<>();

    FakeCredentials(Accounts accounts) {
        this.accounts = accounts;
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized Opened open(Actor actor) {
        String token = "token-" + actor.account() + "-" + sessions.size();
        sessions.put(token, actor.account());
        return new Opened(token, "csrf-" + token, Instant.EPOCH);
    }

    @Override
    public synchronized Optional<Session> find(String token, String address) {
        return Optional.ofNullable(sessions.get(token)).flatMap(account -> accounts.actor(account, address))
                .map(actor -> new Session(actor, "csrf-" + token, Instant.EPOCH));
    }

    @Override
    public synchronized void close(String token) {
        sessions.remove(token);
    }

    @Override
    public synchronized Created create(Actor actor, String account, String label, Instant expiresAt) {
        Created created = new Created(new Key("k" + keys.size(), account, label, Instant.EPOCH, expiresAt, null), "s3cret");
        keys.put(created.key().id(), created);
        return created;
    }

    @Override
    public synchronized List<Key> list(Actor actor, String account) {
        return keys.values().stream().map(Created::key).filter(key -> key.account().equals(account)).toList();
    }

    @Override
    public synchronized void revoke(Actor actor, String account, String id) {
        if (keys.get(id) == null || !keys.get(id).key().account().equals(account)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "key-not-found", "there is no such key");
        }
        keys.remove(id);
    }

    @Override
    public synchronized Optional<Actor> verify(Signed request, String address) {
        Created key = keys.get(request.keyId());
        return key != null && sign(key.secret(), request.text()).equals(request.signature()) && nonces.add(request.nonce())
                ? accounts.actor(key.key().account(), address) : Optional.empty();
    }
}
