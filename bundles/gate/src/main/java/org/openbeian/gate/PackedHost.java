package org.openbeian.gate;

/**
 * A host of at most 24 characters. Its last 16 stand in two words, in lower case, the last one in the highest byte, so that the domains
 * that a host lies under are the highest bytes; the highest bit of each byte is free. Made without a look at memory that was just written
 * and of few instructions, nearly without branches: so the processor begins with the next host while this one's place in the table
 * arrives. For one thread.
 */
final class PackedHost {

    /** Characters of the longest name that fits in the words. */
    static final int LONGEST = 16;

    private static final int MOST = 24;
    private static final int LEAST = 8;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x80 * ONES;
    private static final long SMALL = 0x20 * ONES;
    private static final long LETTERS = 0x40 * ONES;
    private static final long[] HIGH = new long[MOST + 1];
    private static final long[] LOW = new long[MOST + 1];
    private static final long GOVERNMENT;

    static {
        for (int length = 1; length <= MOST; length++) {
            HIGH[length] = -1L << 8 * Math.max(0, 8 - length);
            LOW[length] = length > 8 ? -1L << 8 * Math.max(0, 16 - length) : 0;
        }
        PackedHost suffix = new PackedHost();
        suffix.take(".gov.cn");
        GOVERNMENT = suffix.high >>> 8;
    }

    private long high;
    private long low;
    private int dots;
    private int hyphens;
    private int length;

    /**
     * Takes a host of 8 to 16 ASCII characters, of which one at most is a dot or a hyphen, with few instructions, as it does not look for
     * what is wrong in it: only a well-formed host equals a name that is known. False for another one.
     */
    boolean takeSimple(String host) {
        length = host.length();
        if (length < LEAST || length > LONGEST) {
            return false;
        }
        int gone = (LONGEST - length) * 8;
        long here = length == LEAST ? 0 : -1L << gone;
        high = eight(host, length - 8);
        low = eight(host, 0) << gone & here;
        // Of letters the bit of LETTERS is set, of digits the second below it; a sign that has neither is held for a separator.
        long separators = ~(high | high << 2) & LETTERS | (~(low | low << 2) & here & LETTERS) >>> 1;
        boolean simple = ((high | low) & TOPS | separators & separators - 1) == 0;
        // Into lower case what has the bit of LETTERS alone, so that no other sign becomes one that names have.
        high |= high >>> 1 & SMALL;
        low |= low >>> 1 & SMALL;
        return simple;
    }

    /** Takes a host; false for one that is of another length, is not plain, or lies under gov.cn: that has to be read at leisure. */
    boolean read(String host) {
        length = host.length();
        if (length < LEAST || length > MOST) {
            return false;
        }
        int gone = Math.max(16 - length, 0) * 8;
        long here = length == LEAST ? 0 : -1L << gone;
        long last = eight(host, length - 8);
        long middle = eight(host, Math.max(length - 16, 0)) << gone & here;
        long dotsLast = same(last, '.');
        long dotsMiddle = same(middle, '.');
        long hyphensLast = same(last, '-');
        long hyphensMiddle = same(middle, '-');
        long plain = (plain(last) | dotsLast | hyphensLast) & (plain(middle) | dotsMiddle | hyphensMiddle | ~here) & ~(last | middle);
        dots = bits(dotsLast) << 16 | bits(dotsMiddle) << 8;
        high = last | SMALL;
        low = (middle | SMALL) & here;
        hyphens = (hyphensLast | hyphensMiddle) == 0 ? 0 : bits(hyphensLast) << 16 | bits(hyphensMiddle) << 8;
        if (length > 16) {
            plain &= readFirst(host);
        }
        int ends = 1 << MOST - 1 | 1 << MOST - length;
        int misplaced = dots & (dots << 1 | ends);
        if (hyphens != 0) {
            misplaced |= hyphens & (dots << 1 | dots >>> 1 | ends | hyphens << 1);
        }
        dots ^= Integer.highestOneBit(dots);
        return (~plain & TOPS | misplaced) == 0 && last >>> 56 > '9' && high >>> 8 != GOVERNMENT;
    }

    /** Takes what stands before the last 16 characters; returns with its highest bits which of it is plain. */
    private long readFirst(String host) {
        int gone = (MOST - length) * 8;
        long here = -1L << gone;
        long first = eight(host, 0) << gone & here;
        long dotsFirst = same(first, '.');
        long hyphensFirst = same(first, '-');
        dots |= bits(dotsFirst);
        hyphens |= bits(hyphensFirst);
        return (plain(first) | dotsFirst | hyphensFirst | ~here) & ~first;
    }

    /** Length of the shortest domain of two labels or more that is longer; that of the host at the end. */
    int next(int than) {
        int longer = dots & (1 << MOST - 1 - than) - 1;
        return longer == 0 ? length : Integer.numberOfLeadingZeros(longer) - 8;
    }

    int length() {
        return length;
    }

    /** The last characters of the domain of a length. */
    long high(int size) {
        return high & HIGH[size];
    }

    /** The characters before. */
    long low(int size) {
        return low & LOW[size];
    }

    /** Takes a name of at most {@link #LONGEST} lower-case letters, digits, hyphens and dots; false for another one. */
    boolean take(String name) {
        high = 0;
        low = 0;
        dots = 0;
        length = name.length();
        boolean fits = length > 0 && length <= LONGEST;
        for (int i = 0; i < length && fits; i++) {
            int c = name.charAt(i);
            fits = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
            low = low >>> 8 | high << 56;
            high = high >>> 8 | (long) c << 56;
        }
        return fits;
    }

    /** Eight characters, the first in the lowest byte; with a highest bit for one that is no ASCII. */
    private static long eight(String text, int at) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
            long c = text.charAt(at + i);
            if (c > 0xFF) {
                return -1;
            }
            word |= c << 8 * i;
        }
        return word;
    }

    /** The highest bit of each byte that is a letter or a digit; without meaning for bytes beyond ASCII. */
    private static long plain(long x) {
        long small = x | SMALL;
        return (small + (0x80 - 'a') * ONES) & ~(small + (0x7F - 'z') * ONES) | (x + (0x80 - '0') * ONES) & ~(x + (0x7F - '9') * ONES);
    }

    /** The highest bit of each byte that is a character. */
    private static long same(long x, int c) {
        return ~((x ^ c * ONES) + 0x7F * ONES) & TOPS;
    }

    /** The highest bits of eight bytes, that of the first in the lowest bit. */
    private static int bits(long tops) {
        return (int) ((tops >>> 7) * 0x0102040810204080L >>> 56);
    }
}
