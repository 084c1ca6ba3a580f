package org.openbeian.gate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A part of the index: open addressing over entries that stand one behind the other in an array, each its state, its length and
 * its characters. A slot holds some bits of the hash and the place of its entry. One thread writes,
 * any number read without a lock: an entry is there before its slot, and a state changes in one byte. Room is made in a copy.
 */
final class Segment {

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle STATE = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final int PLACE_BITS = 23;
    private static final int PLACE = (1 << PLACE_BITS) - 1;
    private static final int HEAD = 2;

    private final int[] slots;
    private final byte[] entries;
    private int used = 1;
    private int count;

    private Segment(int slotCount, int bytes) {
        slots = new int[slotCount];
        entries = new byte[bytes];
    }

    static Segment empty() {
        return new Segment(4, 64);
    }

    /** How many keys are in it, those without a state included. */
    int count() {
        return count;
    }

    /** Bytes of heap, but for the headers of three objects. */
    long bytes() {
        return 4L * slots.length + entries.length;
    }

    /** State of a key; 0 when it is not here. */
    int get(byte[] key, int from, int to, long hash) {
        int[] table = slots;
        int tag = tag(hash);
        for (int i = index(hash, table.length);; i = i + 1 == table.length ? 0 : i + 1) {
            int slot = (int) SLOT.getAcquire(table, i);
            if (slot == 0) {
                return 0;
            }
            if ((slot & ~PLACE) == tag && isAt(slot & PLACE, key, from, to)) {
                return (byte) STATE.getOpaque(entries, slot & PLACE);
            }
        }
    }

    private boolean isAt(int place, byte[] key, int from, int to) {
        int at = place + HEAD;
        return (entries[place + 1] & 0xFF) == to - from && Arrays.equals(key, from, to, entries, at, at + to - from);
    }

    /** Sets the state of a key; returns the segment that holds it from now on. For one thread. */
    Segment put(byte[] key, long hash, byte state) {
        int place = find(key, hash);
        if (place != 0) {
            STATE.setOpaque(entries, place, state);
            return this;
        }
        if (state == 0) {
            return this;
        }
        int size = HEAD + key.length;
        boolean full = (count + 1) * 10L > slots.length * 7L || used + size > entries.length;
        Segment target = full ? copy(1, size, 5) : this;
        target.add(key, hash, state);
        return target;
    }

    /** The same without room to spare and without keys that have no state. */
    Segment trimmed() {
        return copy(0, 0, 4);
    }

    private int find(byte[] key, long hash) {
        int tag = tag(hash);
        for (int i = index(hash, slots.length); slots[i] != 0; i = i + 1 == slots.length ? 0 : i + 1) {
            if ((slots[i] & ~PLACE) == tag && isAt(slots[i] & PLACE, key, 0, key.length)) {
                return slots[i] & PLACE;
            }
        }
        return 0;
    }

    private void add(byte[] key, long hash, byte state) {
        int place = used;
        entries[place] = state;
        entries[place + 1] = (byte) key.length;
        System.arraycopy(key, 0, entries, place + HEAD, key.length);
        used = place + HEAD + key.length;
        if (used > PLACE) {
            throw new IllegalStateException("the gate's index is full");
        }
        link(hash, place);
    }

    private void link(long hash, int place) {
        int i = index(hash, slots.length);
        while (slots[i] != 0) {
            i = i + 1 == slots.length ? 0 : i + 1;
        }
        SLOT.setRelease(slots, i, tag(hash) | place);
        count++;
    }

    /** A copy of the keys that have a state, with room for more in quarters of what is there. */
    private Segment copy(int more, int bytes, int quarters) {
        int live = 0;
        int size = 1;
        for (int place = 1; place < used; place += HEAD + (entries[place + 1] & 0xFF)) {
            if (entries[place] != 0) {
                live++;
                size += HEAD + (entries[place + 1] & 0xFF);
            }
        }
        Segment copy = new Segment(Math.max(4, (int) ((live + more) * 8L / 5)), Math.max(64, (size + bytes) * quarters / 4 + 1));
        for (int place = 1; place < used; place += HEAD + (entries[place + 1] & 0xFF)) {
            if (entries[place] != 0) {
                int length = HEAD + (entries[place + 1] & 0xFF);
                System.arraycopy(entries, place, copy.entries, copy.used, length);
                copy.link(DomainIndex.hash(entries, place + HEAD, place + length), copy.used);
                copy.used += length;
            }
        }
        return copy;
    }

    private static int index(long hash, int length) {
        return (int) ((hash & 0xFFFFFFFFL) * length >>> 32);
    }

    private static int tag(long hash) {
        return (int) (hash >>> 32) << PLACE_BITS;
    }
}
