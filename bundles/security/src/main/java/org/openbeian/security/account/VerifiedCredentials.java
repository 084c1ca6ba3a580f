package org.openbeian.security;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.openbeian.api.security.Role;

/**
 * Remembers for a while which name and password the realm accepted, since every request carries both. Holds salted digests
 * only, and never what was refused. Thread-safe.
 */
final class VerifiedCredentials {

    private final int capacity;
    private final long lifetimeNanos;
    private final LongSupplier nanoTime;
    private final byte[] salt = new byte[16];
    private final Map<ByteBuffer, Accepted> entries;

    private record Accepted(Set<Role> roles, long until) {
    }

    VerifiedCredentials(int capacity, long lifetimeNanos, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.lifetimeNanos = lifetimeNanos;
        this.nanoTime = nanoTime;
        new SecureRandom().nextBytes(salt);
        entries = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Accepted> eldest) {
                return size() > VerifiedCredentials.this.capacity;
            }
        };
    }

    Optional<Set<Role>> find(String name, char[] password) {
        ByteBuffer key = key(name, password);
        synchronized (entries) {
            Accepted accepted = entries.get(key);
            if (accepted == null) {
                return Optional.empty();
            }
            if (accepted.until - nanoTime.getAsLong() <= 0) {
                entries.remove(key);
                return Optional.empty();
            }
            return Optional.of(accepted.roles);
        }
    }

    void remember(String name, char[] password, Set<Role> roles) {
        Accepted accepted = new Accepted(Set.copyOf(roles), nanoTime.getAsLong() + lifetimeNanos);
        ByteBuffer key = key(name, password);
        synchronized (entries) {
            entries.put(key, accepted);
        }
    }

    private ByteBuffer key(String name, char[] password) {
        ByteBuffer secret = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(secret);
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(secret.array(), (byte) 0);
        }
    }
}
