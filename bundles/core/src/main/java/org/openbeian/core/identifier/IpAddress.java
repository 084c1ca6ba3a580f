package org.openbeian.core.identifier;

import com.google.common.net.InetAddresses;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as they are filed: public ones only (W-24). */
public final class IpAddress {

    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String[] RESERVED_V4 = {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/8",
        "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"};
    private static final long[][] RANGES_V4 = ranges(RESERVED_V4);

    private IpAddress() {
    }

    /** Checks that a text is a public address of version 4 or 6. */
    public static Optional<Fault> checkPublic(String text) {
        long number = number(text);
        if (number >= 0) {
            for (long[] range : RANGES_V4) {
                if ((number & range[1]) == range[0]) {
                    return Optional.of(Fault.RESERVED);
                }
            }
            return Optional.empty();
        }
        return V6.matcher(text).matches() ? checkV6(text) : Optional.of(Fault.FORM);
    }

    /** One text for an address, however it was written (RFC 5952); text that is none stays as it is, without surrounding space. */
    public static String canonical(String text) {
        String address = text.strip();
        return V6.matcher(address).matches() && InetAddresses.isInetAddress(address)
            ? InetAddresses.toAddrString(InetAddresses.forString(address)) : address;
    }

    /** The address of version 4 as the regulator writes it: an unsigned 32-bit number; -1 when it is none. */
    public static long number(String text) {
        long number = 0;
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int to = i < 3 ? text.indexOf('.', from) : text.length();
            int octet = to < 0 ? -1 : octet(text, from, to);
            if (octet < 0) {
                return -1;
            }
            number = number << 8 | octet;
            from = to + 1;
        }
        return number;
    }

    /** One of the four numbers: 0 to 255 without a leading zero; -1 when it is none. */
    private static int octet(String text, int from, int to) {
        boolean form = to - from <= 3 && Forms.isDigits(text, from, to) && (to - from == 1 || text.charAt(from) != '0');
        int octet = form ? Integer.parseInt(text, from, to, 10) : -1;
        return octet <= 255 ? octet : -1;
    }

    private static Optional<Fault> checkV6(String text) {
        if (!InetAddresses.isInetAddress(text)) {
            return Optional.of(Fault.FORM);
        }
        byte[] b = InetAddresses.forString(text).getAddress();
        if (b.length == 4) {
            return Optional.of(Fault.RESERVED);
        }
        int first = (b[0] & 0xFF) << 8 | b[1] & 0xFF;
        int second = (b[2] & 0xFF) << 8 | b[3] & 0xFF;
        boolean reserved = first == 0 || first == 0x64 && second == 0xFF9B || (first & 0xFE00) == 0xFC00
            || (first & 0xFFC0) == 0xFE80 || (first & 0xFF00) == 0xFF00 || first == 0x2001 && second == 0xDB8;
        return reserved ? Optional.of(Fault.RESERVED) : Optional.empty();
    }

    private static long[][] ranges(String[] blocks) {
        long[][] result = new long[blocks.length][];
        for (int i = 0; i < blocks.length; i++) {
            String[] parts = blocks[i].split("/");
            long mask = 0xFFFFFFFFL << 32 - Integer.parseInt(parts[1]) & 0xFFFFFFFFL;
            result[i] = new long[] {number(parts[0]), mask};
        }
        return result;
    }
}
