package org.openbeian.gate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * States by names of at most {@link PackedHost#LONGEST} characters, which stand in the table themselves: 16 bytes each, four of them in
 * a place of 64 bytes, so that a look-up waits for memory once. A place that is full goes on in the next one. One thread writes at a
 * time, any number read at once and never wait: the second half of an entry is written before the first, which never changes, and
 * without its second half an entry has no state; room is made in a copy of one of 256 parts.
 */
final class PackedNames {

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PARTS = 256;
    private static final int PLACE = 8;
    private static final int STATE = 15;
    /** Entries of a hundred after a copy, and those with which the next copy is made. */
    private static final int ROOMY = 62;
    private static final int TRIM = 66;
    private static final int FULL = 72;

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
            int state = stateAt(part, at, high, low) | stateAt(part, at + 2, high, low) | stateAt(part, at + 4, high, low)
                | stateAt(part, at + 6, high, low);
            if ((part[at + 6] & state - 1 >> 31) == 0) {
                return state;
            }
            at = at + PLACE == part.length ? 0 : at + PLACE;
        }
    }

    private static int stateAt(long[] part, int at, long high, long low) {
        long other = (long) WORD.getOpaque(part, at) ^ high;
        long second = (long) WORD.getOpaque(part, at + 1);
        other |= (second ^ low) & ~STATE;
        return (int) (second & ~((other | -other) >> 63)) & STATE;
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
            WORD.setOpaque(part, at + 1, low | state);
            return;
        }
        if (state == 0) {
            return;
        }
        if ((counts[number] + 1) * 200L > part.length * (long) FULL) {
            part = copy(part, number, 1, ROOMY);
            parts.setRelease(number, part);
            at = find(part, hash, high, low);
        }
        part[at + 1] = low | state;
        WORD.setRelease(part, at, high);
        counts[number]++;
    }

    /** Where a name stands, or where it would. */
    private static int find(long[] part, long hash, long high, long low) {
        int at = place(hash, part.length);
        while (part[at] != 0 && (part[at] != high || ((part[at + 1] ^ low) & ~STATE) != 0)) {
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
                long low = part[i + 1] & ~STATE;
                int at = find(copy, hash(part[i], low), part[i], low);
                copy[at] = part[i];
                copy[at + 1] = part[i + 1];
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
