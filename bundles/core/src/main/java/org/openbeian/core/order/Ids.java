package org.openbeian.core.order;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes ids of 26 letters and digits: 48 bits of time and 80 random bits, in Crockford's base 32, lower-case. Ids of one
 * maker grow; ids of several makers differ as surely as random 80-bit numbers of the same millisecond do. Thread-safe.
 */
final class Ids {

    private static final char[] SIGNS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;

    private final SecureRandom random = new SecureRandom();
    private long lastMillis = -1;
    private long high;
    private long low;

    /** Whether a text has the form of an id; nothing else is ever looked up or logged as one. */
    static boolean isId(String text) {
        return text != null && text.length() == LENGTH
            && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z');
    }

    /** A new id for something that begins at the given time. */
    synchronized String next(Instant now) {
        long millis = now.toEpochMilli();
        if (millis > lastMillis) {
            lastMillis = millis;
            high = random.nextInt(1 << 15);
            low = random.nextLong();
        } else {
            long before = low;
            low += 1L + random.nextInt(Integer.MAX_VALUE);
            if (Long.compareUnsigned(low, before) < 0) {
                high++;
            }
        }
        return text(lastMillis << 16 | high & 0xffff, low);
    }

    private static String text(long upper, long lower) {
        char[] text = new char[LENGTH];
        long up = upper;
        long down = lower;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = SIGNS[(int) (down & 31)];
            down = down >>> 5 | up << 59;
            up >>>= 5;
        }
        return new String(text);
    }
}
