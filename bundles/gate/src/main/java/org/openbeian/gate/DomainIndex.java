package org.openbeian.gate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.openbeian.api.gate.GateState;

/**
 * States by domain, exact and small: measured 25 bytes of heap a domain. Keys are ASCII of at most 253 characters in lower case; the
 * short ones, nearly all, stand in a table of their own. One thread writes at a time, any number read at once and never wait.
 */
final class DomainIndex {

    /** The state that opens. */
    static final int OPEN = GateState.FILED.ordinal();

    /** Below it nothing rides on a domain. */
    static final String GOVERNMENT = ".gov.cn";

    private static final int SEGMENTS = 256;
    private static final int LONGEST = 253;
    /** By character: what it counts as, 0 for one that no plain host holds. */
    private static final byte[] SIGNS = signs();
    private static final long PRIME = 0x100000001B3L;
    private static final long START = 0xCBF29CE484222325L;

    /** Hosts that are read before the first of them is looked up. */
    private static final int PORTION = 32;

    private final PackedNames names = new PackedNames();
    private final AtomicReferenceArray<Segment> segments = new AtomicReferenceArray<>(SEGMENTS);
    /** Keeps what is touched from being left out. */
    private volatile long touched;

    DomainIndex() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments.set(i, Segment.empty());
        }
    }

    /** State of a key; 0 when it has none. */
    int get(String key) {
        PackedHost packed = new PackedHost();
        if (packed.take(key)) {
            return names.get(packed.high(key.length()), packed.low(key.length()));
        }
        byte[] signs = key.getBytes(StandardCharsets.ISO_8859_1);
        return segmentGet(signs, 0, signs.length, hash(signs, 0, signs.length));
    }

    /**
     * State of a host by the domains that it is or lies under: {@link #OPEN} when one of them is open, otherwise the state of the
     * shortest that is here; -1 for one that has to be read at leisure: no letters, digits, hyphens and dots where they may stand, the
     * A-form of other signs, or under gov.cn.
     */
    int getUnder(String host) {
        PackedHost packed = new PackedHost();
        // The usual question: is this domain open? Then nothing else is to be known of the host.
        if (packed.takeSimple(host) && names.isOpen(packed.high(packed.length()), packed.low(packed.length()))) {
            return OPEN;
        }
        return packed.read(host) ? getUnder(host, packed) : getUnderOther(host);
    }

    /** The same of many hosts, quicker: a portion of them is read, then memory is asked for all their places, then they are looked up. */
    void getUnder(List<String> hosts, int[] states) {
        PackedHost[] portion = new PackedHost[Math.min(PORTION, hosts.size())];
        Arrays.setAll(portion, i -> new PackedHost());
        boolean[] plain = new boolean[portion.length];
        long sum = 0;
        for (int from = 0; from < hosts.size(); from += PORTION) {
            int count = Math.min(PORTION, hosts.size() - from);
            for (int i = 0; i < count; i++) {
                plain[i] = portion[i].read(hosts.get(from + i));
            }
            for (int i = 0; i < count; i++) {
                sum += plain[i] ? touch(portion[i]) : 0;
            }
            for (int i = 0; i < count; i++) {
                states[from + i] = plain[i] ? getUnder(hosts.get(from + i), portion[i]) : getUnderOther(hosts.get(from + i));
            }
        }
        touched = sum;
    }

    private int getUnderOther(String host) {
        return host.regionMatches(true, host.length() - GOVERNMENT.length(), GOVERNMENT, 0, GOVERNMENT.length()) ? -1 : getUnderAny(host);
    }

    private long touch(PackedHost host) {
        int shortest = host.next(0);
        return names.touch(host.high(shortest), host.low(shortest))
            + names.touch(host.high(host.length()), host.low(host.length()));
    }

    private int getUnder(String host, PackedHost packed) {
        int first = 0;
        int size = packed.next(0);
        while (size < packed.length() && size <= PackedHost.LONGEST) {
            int state = names.get(packed.high(size), packed.low(size));
            if (state == OPEN) {
                return state;
            }
            first = first == 0 ? state : first;
            size = packed.next(size);
        }
        if (size > PackedHost.LONGEST) {
            return getUnderAny(host);
        }
        int whole = names.get(packed.high(size), packed.low(size));
        // In this order: the usual host is not asked about what memory is waited for.
        return first == 0 || whole == OPEN ? whole : first;
    }

    /** The same of a host of any length. One pass from the last character to the first, a look at each label. */
    private int getUnderAny(String host) {
        byte[] signs = host.getBytes(StandardCharsets.ISO_8859_1);
        int to = signs.length;
        if (to == 0 || to > LONGEST || signs[to - 1] <= '9') {
            return -1;
        }
        long hash = START;
        int labelEnd = to;
        int first = 0;
        for (int i = to - 1; i >= 0; i--) {
            int c = signs[i];
            int sign = c < 0 ? 0 : SIGNS[c];
            signs[i] = (byte) sign;
            if (sign <= '.') {
                if (sign == 0 || sign == '-' && isMisplaced(signs, i, labelEnd)) {
                    return -1;
                }
                if (sign == '.') {
                    if (isNoLabel(signs, i + 1, labelEnd)) {
                        return -1;
                    }
                    if (labelEnd != to) {
                        int state = get(signs, i + 1, to, hash);
                        if (state == OPEN && isPlain(signs, i)) {
                            return state;
                        }
                        first = first == 0 ? state : first;
                    }
                    labelEnd = i;
                }
            }
            hash = (hash ^ sign) * PRIME;
        }
        if (isNoLabel(signs, 0, labelEnd)) {
            return -1;
        }
        int whole = labelEnd == to ? 0 : get(signs, 0, to, hash);
        return whole == OPEN || first == 0 ? whole : first;
    }

    /** Whether what stands before an open domain is plain too; otherwise the host has to be read at leisure. */
    private static boolean isPlain(byte[] signs, int end) {
        int labelEnd = end;
        for (int i = end - 1; i >= 0; i--) {
            int sign = signs[i] < 0 ? 0 : SIGNS[signs[i]];
            if (sign == 0 || sign == '-' && isMisplaced(signs, i, labelEnd) || sign == '.' && isNoLabel(signs, i + 1, labelEnd)) {
                return false;
            }
            labelEnd = sign == '.' ? i : labelEnd;
        }
        return !isNoLabel(signs, 0, labelEnd);
    }

    private static boolean isNoLabel(byte[] signs, int from, int to) {
        return from >= to || to - from > 63 || signs[from] == '-';
    }

    /** A hyphen at the end of a label, or one beside another at the third and fourth place. */
    private static boolean isMisplaced(byte[] signs, int at, int labelEnd) {
        return at + 1 == labelEnd || signs[at + 1] == '-' && at >= 2 && (at == 2 || signs[at - 3] == '.');
    }

    private int get(byte[] signs, int from, int to, long hash) {
        return to - from > PackedHost.LONGEST ? segmentGet(signs, from, to, finish(hash))
            : get(new String(signs, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private int segmentGet(byte[] key, int from, int to, long hash) {
        return segments.get((int) (hash >>> 56)).get(key, from, to, hash);
    }

    /** Sets the state of a key; 0 takes it out. */
    synchronized void put(String key, int state) {
        PackedHost packed = new PackedHost();
        if (packed.take(key)) {
            names.put(packed.high(key.length()), packed.low(key.length()), state);
            return;
        }
        byte[] signs = key.getBytes(StandardCharsets.ISO_8859_1);
        long hash = hash(signs, 0, signs.length);
        int at = (int) (hash >>> 56);
        Segment before = segments.get(at);
        Segment after = before.put(signs, hash, (byte) state);
        if (after != before) {
            segments.set(at, after);
        }
    }

    /** Gives back room to spare, after much was put in. */
    synchronized void trim() {
        names.trim();
        for (int i = 0; i < SEGMENTS; i++) {
            segments.set(i, segments.get(i).trimmed());
        }
    }

    /** How many keys are here, those taken out since the last copy included. */
    synchronized long size() {
        long size = names.size();
        for (int i = 0; i < SEGMENTS; i++) {
            size += segments.get(i).count();
        }
        return size;
    }

    /** Bytes of heap of the entries. */
    long bytes() {
        long bytes = names.bytes();
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

    /** From the last character to the first, as hosts are read. */
    static long hash(byte[] signs, int from, int to) {
        long hash = START;
        for (int i = to - 1; i >= from; i--) {
            hash = (hash ^ signs[i]) * PRIME;
        }
        return finish(hash);
    }

    /** Spreads what the last characters changed over all bits. */
    private static long finish(long hash) {
        long h = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        return h ^ h >>> 33;
    }
}
