package org.openbeian.gate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.openbeian.api.gate.GateState;

/**
 * States by domain, exact and small: some 25 bytes of heap a domain. Keys are ASCII of at most 253 characters in lower case. One
 * thread writes at a time, any number read at once and never wait.
 */
final class DomainIndex {

    /** The state that opens. */
    static final int OPEN = GateState.FILED.ordinal();

    private static final int SEGMENTS = 256;
    private static final int LONGEST = 253;
    /** By character: what it counts as, 0 for one that no plain host holds. */
    private static final byte[] SIGNS = signs();
    private static final long PRIME = 0x100000001B3L;
    private static final long START = 0xCBF29CE484222325L;

    private final AtomicReferenceArray<Segment> segments = new AtomicReferenceArray<>(SEGMENTS);

    DomainIndex() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments.set(i, Segment.empty());
        }
    }

    /** State of a key; 0 when it has none. */
    int get(CharSequence key) {
        long hash = START;
        for (int i = key.length() - 1; i >= 0; i--) {
            hash = step(hash, key.charAt(i));
        }
        return at(key, 0, finish(hash));
    }

    /**
     * State of a host by the domains that it is or lies under: {@link #OPEN} when one of them is open, otherwise the state of the
     * shortest that is here; -1 for a host that is not letters, digits, hyphens and dots where they may stand, or that holds the
     * A-form of other signs. One pass from the last character to the first, a look at each label.
     */
    int getUnder(String host) {
        int to = host.length();
        if (to == 0 || to > LONGEST || host.charAt(to - 1) <= '9') {
            return -1;
        }
        long hash = START;
        int labelEnd = to;
        int first = 0;
        for (int i = to - 1; i >= 0; i--) {
            char c = host.charAt(i);
            int sign = c < SIGNS.length ? SIGNS[c] : 0;
            if (sign <= '.') {
                if (sign == 0 || sign == '-' && isMisplaced(host, i, labelEnd)) {
                    return -1;
                }
                if (sign == '.') {
                    if (isNoLabel(host, i + 1, labelEnd)) {
                        return -1;
                    }
                    if (labelEnd != to) {
                        int state = segmentGet(host, i + 1, to, finish(hash));
                        if (state == OPEN && isPlain(host, i)) {
                            return state;
                        }
                        first = first == 0 ? state : first;
                    }
                    labelEnd = i;
                }
            }
            hash = (hash ^ sign) * PRIME;
        }
        if (isNoLabel(host, 0, labelEnd)) {
            return -1;
        }
        int whole = labelEnd == to ? 0 : segmentGet(host, 0, to, finish(hash));
        return whole == OPEN || first == 0 ? whole : first;
    }

    /** Whether what stands before an open domain is plain too; otherwise the host has to be read at leisure. */
    private static boolean isPlain(String host, int end) {
        int labelEnd = end;
        for (int i = end - 1; i >= 0; i--) {
            char c = host.charAt(i);
            int sign = c < SIGNS.length ? SIGNS[c] : 0;
            if (sign == 0 || sign == '-' && isMisplaced(host, i, labelEnd) || sign == '.' && isNoLabel(host, i + 1, labelEnd)) {
                return false;
            }
            labelEnd = sign == '.' ? i : labelEnd;
        }
        return !isNoLabel(host, 0, labelEnd);
    }

    private static boolean isNoLabel(String host, int from, int to) {
        return from >= to || to - from > 63 || host.charAt(from) == '-';
    }

    /** A hyphen at the end of a label, or one beside another at the third and fourth place. */
    private static boolean isMisplaced(String host, int at, int labelEnd) {
        return at + 1 == labelEnd || host.charAt(at + 1) == '-' && at >= 2 && (at == 2 || host.charAt(at - 3) == '.');
    }

    private int segmentGet(CharSequence key, int from, int to, long hash) {
        return segments.get((int) (hash >>> 56)).get(key, from, to, hash);
    }

    private int at(CharSequence key, int from, long hash) {
        return segmentGet(key, from, key.length(), hash);
    }

    /** Sets the state of a key; 0 takes it out. */
    synchronized void put(CharSequence key, int state) {
        long hash = START;
        for (int i = key.length() - 1; i >= 0; i--) {
            hash = step(hash, key.charAt(i));
        }
        long whole = finish(hash);
        int at = (int) (whole >>> 56);
        Segment before = segments.get(at);
        Segment after = before.put(key, whole, (byte) state);
        if (after != before) {
            segments.set(at, after);
        }
    }

    /** Gives back room to spare, after much was put in. */
    synchronized void trim() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments.set(i, segments.get(i).trimmed());
        }
    }

    /** How many keys are here, those taken out since the last copy included. */
    long size() {
        long size = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            size += segments.get(i).count();
        }
        return size;
    }

    /** Bytes of heap of the entries. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            bytes += segments.get(i).bytes();
        }
        return bytes;
    }

    private static byte[] signs() {
        byte[] signs = new byte[128];
        for (char c = '0'; c <= 'z'; c++) {
            signs[c] = (byte) (c <= '9' || c >= 'a' ? c : c >= 'A' && c <= 'Z' ? c + 32 : 0);
        }
        signs['-'] = '-';
        signs['.'] = '.';
        return signs;
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    static long hashOfReversed(byte[] characters) {
        long hash = START;
        for (byte c : characters) {
            hash = step(hash, (char) c);
        }
        return finish(hash);
    }

    private static long step(long hash, char c) {
        return (hash ^ lower(c)) * PRIME;
    }

    /** Spreads what the last characters changed over all bits. */
    private static long finish(long hash) {
        long h = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        return h ^ h >>> 33;
    }
}
