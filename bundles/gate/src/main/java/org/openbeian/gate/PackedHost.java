package org.openbeian.gate;

/**
 * A host of at most 24 characters, six bits each: the last character stands in the highest bits, so that the domains that a host lies
 * under are its highest bits. Different names differ in them, but for upper and lower case. Made without a look at memory that was
 * just written and nearly without branches: so the processor goes on with the next host while this one's place in the table arrives.
 * For one thread.
 */
final class PackedHost {

    /** Characters of the longest name that fits beside a state. */
    static final int LONGEST = 20;

    private static final int MOST = 24;
    private static final int LEAST = 8;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x80 * ONES;
    private static final long[] HIGH = new long[MOST + 1];
    private static final long[] LOW = new long[MOST + 1];
    /** Bits below those of .gov.cn, under which nothing rides on a domain. */
    private static final int BELOW_GOVERNMENT = 64 - 6 * 7;
    private static final long GOVERNMENT;

    static {
        for (int length = 1; length <= MOST; length++) {
            HIGH[length] = length > 10 ? -1L : -1L << 64 - 6 * length;
            LOW[length] = length > 10 ? -1L << Math.max(8, 128 - 6 * length) : 0;
        }
        PackedHost suffix = new PackedHost();
        suffix.take(".gov.cn");
        GOVERNMENT = suffix.high >>> BELOW_GOVERNMENT;
    }

    private long high;
    private long low;
    private int dots;
    private int length;

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
        long plain = plain(last) & (plain(middle) | ~here) & ~(last | middle);
        dots = bits(same(last, '.')) << 16 | bits(same(middle, '.')) << 8;
        int hyphens = bits(same(last, '-')) << 16 | bits(same(middle, '-')) << 8;
        long packed = pack(middle);
        high = pack(last) << 16 | packed >>> 32;
        low = packed << 32;
        if (length > 16) {
            gone = (MOST - length) * 8;
            here = -1L << gone;
            long first = eight(host, 0) << gone & here;
            plain &= (plain(first) | ~here) & ~first;
            dots |= bits(same(first, '.'));
            hyphens |= bits(same(first, '-'));
            low |= pack(first) >>> 24 << 8;
        }
        int ends = 1 << MOST - 1 | 1 << MOST - length;
        int misplaced = dots & (dots << 1 | ends) | hyphens & (dots << 1 | dots >>> 1 | ends | hyphens << 1);
        dots ^= Integer.highestOneBit(dots);
        return (~plain & TOPS | misplaced) == 0 && last >>> 56 > '9' && high >>> BELOW_GOVERNMENT != GOVERNMENT;
    }

    /** Length of the shortest domain of two labels or more that is longer; that of the host at the end. */
    int next(int than) {
        int longer = dots & (1 << MOST - 1 - than) - 1;
        return longer == 0 ? length : Integer.numberOfLeadingZeros(longer) - 8;
    }

    int length() {
        return length;
    }

    /** The first bits of the domain of a length. */
    long high(int size) {
        return high & HIGH[size];
    }

    /** The bits after; the last eight are free. */
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
            low = low >>> 6 | high << 58;
            high = high >>> 6 | code(c) << 58;
        }
        return fits;
    }

    private static long code(int c) {
        return c & 0x1F | c >>> 1 & 0x20;
    }

    /** Eight characters, the first in the lowest byte; with a highest bit for one that is no ASCII. */
    private static long eight(String text, int at) {
        int c0 = text.charAt(at);
        int c1 = text.charAt(at + 1);
        int c2 = text.charAt(at + 2);
        int c3 = text.charAt(at + 3);
        int c4 = text.charAt(at + 4);
        int c5 = text.charAt(at + 5);
        int c6 = text.charAt(at + 6);
        int c7 = text.charAt(at + 7);
        return (c0 | c1 | c2 | c3 | c4 | c5 | c6 | c7) > 0xFF ? -1
            : (c0 | c1 << 8 | c2 << 16 | c3 << 24) & 0xFFFFFFFFL | (long) (c4 | c5 << 8 | c6 << 16 | c7 << 24) << 32;
    }

    /** The highest bit of each byte that is a letter, a digit, a hyphen or a dot; without meaning for bytes beyond ASCII. */
    private static long plain(long x) {
        long small = x | 0x20 * ONES;
        return (small + (0x80 - 'a') * ONES) & ~(small + (0x7F - 'z') * ONES) | (x + (0x80 - '0') * ONES) & ~(x + (0x7F - '9') * ONES)
            | (x + (0x80 - '-') * ONES) & ~(x + (0x7F - '.') * ONES);
    }

    /** The highest bit of each byte that is a character. */
    private static long same(long x, int c) {
        return ~((x ^ c * ONES) + 0x7F * ONES) & TOPS;
    }

    /** The highest bits of eight bytes, that of the first in the lowest bit. */
    private static int bits(long tops) {
        return (int) ((tops >>> 7) * 0x0102040810204080L >>> 56);
    }

    /** Eight bytes to six bits each, all in the lowest 48. */
    private static long pack(long x) {
        long c = x & 0x1F * ONES | x >>> 1 & 0x20 * ONES;
        c = c & 0x003F003F003F003FL | (c & 0x3F003F003F003F00L) >>> 2;
        c = c & 0x00000FFF00000FFFL | (c & 0x0FFF00000FFF0000L) >>> 4;
        return c & 0xFFFFFFL | (c & 0x00FFFFFF00000000L) >>> 8;
    }
}
