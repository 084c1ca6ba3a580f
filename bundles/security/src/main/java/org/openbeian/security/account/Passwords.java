package org.openbeian.security.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openbeian.api.order.Refusal;

/**
 * Hashes passwords with Argon2id: 19 MiB, two passes, one lane, a salt of 16 bytes (OWASP's first choice). A hash carries its
 * parameters, so that old ones stay good when these change. At most two are computed at a time, so that a flood of log-ins
 * costs neither the memory nor the processor that orders need. Thread-safe.
 */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int FEWEST_SIGNS = 5;
    private static final int AT_A_TIME = 2;
    private static final long PATIENCE_SECONDS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int memoryKib;
    private final int passes;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private volatile String nobodys;

    Passwords() {
        this(MEMORY_KIB, PASSES);
    }

    Passwords(int memoryKib, int passes) {
        this.memoryKib = memoryKib;
        this.passes = passes;
    }

    /** The hash to store. */
    String hash(char[] password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return computing(password, secret -> Argon2Hash.of(secret, memoryKib, passes, LANES, salt, LENGTH)).text();
    }

    /**
     * Whether a password is the one that was hashed. Takes as long when there is no hash.
     *
     * @param hash a stored hash, or null: then the answer is no
     */
    boolean matches(char[] password, String hash) {
        Argon2Hash stored = Argon2Hash.parse(hash == null ? nobodys() : hash);
        return computing(password, stored::isOf) && hash != null;
    }

    /** The hash of a password that nobody knows; made when it is first asked for, so that a start does not wait for it. */
    private String nobodys() {
        if (nobodys == null) {
            nobodys = hash(Secrets.random(SALT).toCharArray());
        }
        return nobodys;
    }

    /** What is wrong with a new password, or null. */
    static String weakness(char[] password, String account) {
        int length = password == null ? 0 : password.length;
        if (length < SHORTEST || length > LONGEST) {
            return "a password has " + SHORTEST + " to " + LONGEST + " characters";
        }
        String text = new String(password);
        if (text.chars().distinct().count() < FEWEST_SIGNS) {
            return "a password needs at least " + FEWEST_SIGNS + " different characters";
        }
        return text.contains(account) ? "a password must not contain the account's name" : null;
    }

    private interface Computation<T> {

        T on(byte[] secret);
    }

    private <T> T computing(char[] password, Computation<T> computation) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] secret = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        boolean placed = false;
        try {
            placed = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!placed) {
                throw busy();
            }
            return computation.on(secret);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            Arrays.fill(secret, (byte) 0);
            if (placed) {
                places.release();
            }
        }
    }

    private static Refusal busy() {
        return new Refusal(Refusal.Kind.UNAVAILABLE, "log-in-busy", "too many log-ins at a time; try again shortly");
    }
}
