package org.openbeian.security.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers for a while which password was found to belong to which stored hash, since a simple client sends it with every
 * request. Holds salted digests only, and never what was refused. The stored hash is read for each request all the same, so a
 * changed password is not remembered. Thread-safe.
 */
final class VerifiedCredentials {

    private final int capacity;
    private final LongSupplier lifetimeNanos;
    private final LongSupplier nanoTime;
    private final byte[] salt = new byte[16];
    private final Map<ByteBuffer, Accepted> entries;

    private record Accepted(String hash, long until) {
    }

    VerifiedCredentials(int capacity, LongSupplier lifetimeNanos, LongSupplier nanoTime) {
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

    /** Whether this password was found to belong to this hash. */
    boolean knows(String name, char[] password, String hash) {
        ByteBuffer key = key(name, password);
        synchronized (entries) {
            Accepted accepted = entries.get(key);
            if (accepted == null) {
                return false;
            }
            if (accepted.until - nanoTime.getAsLong() <= 0) {
                entries.remove(key);
                return false;
            }
            return accepted.hash.equals(hash);
        }
    }

    void remember(String name, char[] password, String hash) {
        Accepted accepted = new Accepted(hash, nanoTime.getAsLong() + lifetimeNanos.getAsLong());
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
