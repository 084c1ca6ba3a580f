package org.openbeian.gate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * States by names of at most {@link PackedHost#LONGEST} characters, which stand in the table themselves: 16 bytes each, four of them in
 * a place of 64 bytes, so that a look-up waits for memory once. A state stands in the highest bits of the second word's bytes. A place
 * that is full goes on in the next one. One thread writes at a time, any number read at once and never wait: the second half of an entry
 * is written before the first, which never changes, and without its second half an entry has no state; room is made in a copy of one of
 * 256 parts.
 */
final class PackedNames {

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PARTS = 256;
    private static final int PLACE = 8;
    /** In the second word of an entry: the bits of the characters, and those of the state. */
    private static final long NAME = 0x7F7F7F7F7F7F7F7FL;
    private static final long STATE = 0x80808080L;
    /** In the second word of the last entry of a place: another one went on in the next place. */
    private static final long WENT_ON = Long.MIN_VALUE;
    /** Entries of a hundred after a copy, and those with which the next copy is made; more of them, and more places go on. */
    private static final int ROOMY = 54;
    private static final int TRIM = 54;
    private static final int FULL = 64;

    private static final long OPEN = bits(DomainIndex.OPEN);

    private final AtomicReferenceArray<long[]> parts = new AtomicReferenceArray<>(PARTS);
    private final int[] counts = new int[PARTS];

    PackedNames() {
        for (int i = 0; i < PARTS; i++) {
            parts.set(i, new long[PLACE]);
        }
    }

    /** State of a name; 0 when it has none. Branches on nothing that memory is waited for, but for full places. */
    int get(long high, long low) {
        long hash = hash(high, low);
        long[] part = parts.getAcquire((int) (hash >>> 56));
        int at = place(hash, part.length);
        while (true) {
            long found = stateAt(part, at, high, low) | stateAt(part, at + 2, high, low) | stateAt(part, at + 4, high, low)
                | stateAt(part, at + 6, high, low);
            if ((found - 1 & (long) WORD.getOpaque(part, at + PLACE - 1)) >= 0) {
                return (int) (found * 0x204081 >>> 28) & 15;
            }
            at = at + PLACE == part.length ? 0 : at + PLACE;
        }
    }

    /**
     * Whether a name has the state {@link DomainIndex#OPEN}. The same as above in half the steps that wait for memory: the processor keeps
     * but some of those, and begins with the next host only while it has room for them.
     */
    boolean isOpen(long high, long low) {
        long hash = hash(high, low);
        long[] part = parts.getAcquire((int) (hash >>> 56));
        int at = place(hash, part.length);
        long open = low | OPEN;
        while (true) {
            long last = (long) WORD.getOpaque(part, at + PLACE - 1);
            long found = other(part, at, high, open) - 1 | other(part, at + 2, high, open) - 1 | other(part, at + 4, high, open) - 1
                | ((long) WORD.getOpaque(part, at + 6) ^ high | last & ~WENT_ON ^ open) - 1;
            if ((last & ~found) >= 0) {
                return found < 0;
            }
            at = at + PLACE == part.length ? 0 : at + PLACE;
        }
    }

    /** 0 for an entry of just these words, otherwise a positive number. */
    private static long other(long[] part, int at, long high, long low) {
        return (long) WORD.getOpaque(part, at) ^ high | (long) WORD.getOpaque(part, at + 1) ^ low;
    }

    /** The bits of the state of an entry, 0 for one of another name. */
    private static long stateAt(long[] part, int at, long high, long low) {
        long first = (long) WORD.getOpaque(part, at);
        long second = (long) WORD.getOpaque(part, at + 1);
        long other = first ^ high | (second ^ low) & NAME;
        return second & other - 1 >> 63 & STATE;
    }

    private static long bits(int state) {
        return state * 0x10204080L & STATE;
    }

    /** Has memory send the place of a name, without waiting for it; what it returns is without meaning. */
    long touch(long high, long low) {
        long hash = hash(high, low);
        long[] part = parts.getAcquire((int) (hash >>> 56));
        int at = place(hash, part.length);
        return part[at] ^ part[at + PLACE - 1];
    }

    /** Sets the state of a name, 0 for none. For one thread. */
    void put(long high, long low, int state) {
        long hash = hash(high, low);
        int number = (int) (hash >>> 56);
        long[] part = parts.get(number);
        int at = find(part, hash, high, low);
        if (part[at] != 0) {
            WORD.setOpaque(part, at + 1, part[at + 1] & WENT_ON | low | bits(state));
            return;
        }
        if (state == 0) {
            return;
        }
        if ((counts[number] + 1) * 200L > part.length * (long) FULL) {
            part = copy(part, number, 1, ROOMY);
            parts.setRelease(number, part);
        }
        add(part, hash, high, low | bits(state));
        counts[number]++;
    }

    /** Adds a name: first the second half of its entry and the marks of the places that it passes over. */
    private static void add(long[] part, long hash, long high, long low) {
        int at = place(hash, part.length);
        while (part[at] != 0) {
            if ((at & PLACE - 1) == PLACE - 2) {
                WORD.setOpaque(part, at + 1, part[at + 1] | WENT_ON);
            }
            at = at + 2 == part.length ? 0 : at + 2;
        }
        part[at + 1] = low;
        WORD.setRelease(part, at, high);
    }

    /** Where a name stands, or where it would. */
    private static int find(long[] part, long hash, long high, long low) {
        int at = place(hash, part.length);
        while (part[at] != 0 && (part[at] != high || ((part[at + 1] ^ low) & NAME) != 0)) {
            at = at + 2 == part.length ? 0 : at + 2;
        }
        return at;
    }

    /** Gives back room to spare. */
    void trim() {
        for (int i = 0; i < PARTS; i++) {
            parts.setRelease(i, copy(parts.get(i), i, 0, TRIM));
        }
    }

    /** A copy of the names that have a state, so many of a hundred entries taken with those to come. */
    private long[] copy(long[] part, int number, int more, int taken) {
        int live = 0;
        for (int i = 0; i < part.length; i += 2) {
            live += (part[i + 1] & STATE) != 0 ? 1 : 0;
        }
        long[] copy = new long[((live + more) * 100 / taken / 4 + 1) * PLACE];
        for (int i = 0; i < part.length; i += 2) {
            if ((part[i + 1] & STATE) != 0) {
                add(copy, hash(part[i], part[i + 1] & NAME), part[i], part[i + 1] & ~WENT_ON);
            }
        }
        counts[number] = live;
        return copy;
    }

    /** How many names are here, those that lost their state since the last copy included. */
    long size() {
        long size = 0;
        for (int count : counts) {
            size += count;
        }
        return size;
    }

    /** Bytes of heap. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < PARTS; i++) {
            bytes += 16 + 8L * parts.get(i).length;
        }
        return bytes;
    }

    private static int place(long hash, int length) {
        return (int) ((hash & 0xFFFFFFFFL) * (length / PLACE) >>> 32) * PLACE;
    }

    private static long hash(long high, long low) {
        long hash = high * 0x9E3779B97F4A7C15L + low * 0xC2B2AE3D27D4EB4FL;
        hash = (hash ^ hash >>> 32) * 0xFF51AFD7ED558CCDL;
        return hash ^ hash >>> 29;
    }
}
