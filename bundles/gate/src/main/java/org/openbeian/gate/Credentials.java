package org.openbeian.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/**
 * Who may ask the gate. Credentials that were accepted are known from memory for a few seconds, as salted digests; what was
 * refused is asked again, and counted, by the accounts. Thread-safe.
 */
final class Credentials {

    /** What the caller is. */
    enum Caller { PERMITTED, NOT_PERMITTED, UNKNOWN }

    private static final int MOST = 1_000;
    private static final int LONGEST = 2_000;
    private static final String BASIC = "Basic ";

    private final Accounts accounts;
    private final GateSettings settings;
    private final LongSupplier nanoTime;
    private final byte[] salt = new byte[16];
    private final Map<ByteBuffer, Long> permitted = new ConcurrentHashMap<>();

    Credentials(Accounts accounts, GateSettings settings, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.settings = settings;
        this.nanoTime = nanoTime;
        new SecureRandom().nextBytes(salt);
    }

    Caller of(String header, String address) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Caller.UNKNOWN;
        }
        ByteBuffer key = digest(header);
        Long until = permitted.get(key);
        if (until != null && until - nanoTime.getAsLong() > 0) {
            return Caller.PERMITTED;
        }
        permitted.remove(key);
        Optional<Actor> actor = authenticate(header.substring(BASIC.length()).strip(), address);
        if (actor.isEmpty()) {
            return Caller.UNKNOWN;
        }
        if (!actor.get().may(Permission.ASK_GATE)) {
            return Caller.NOT_PERMITTED;
        }
        if (permitted.size() >= MOST) {
            permitted.clear();
        }
        permitted.put(key, nanoTime.getAsLong() + settings.get().credentials_seconds() * 1_000_000_000L);
        return Caller.PERMITTED;
    }

    private Optional<Actor> authenticate(String credentials, String address) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1 ? Optional.empty()
                : accounts.authenticate(pair.substring(0, colon), pair.substring(colon + 1).toCharArray(), address);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private ByteBuffer digest(String header) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return ByteBuffer.wrap(digest.digest(header.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
