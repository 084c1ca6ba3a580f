package org.openbeian.core.identifier;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as they are filed: public ones only (W-24). */
public final class IpAddress {

    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpAddress() {
    }

    /** Checks that a text is a public address of version 4 or 6. */
    public static Optional<Fault> checkPublic(String text) {
        long number = number(text);
        if (number >= 0) {
            return PublicAddress.is4((int) number) ? Optional.empty() : Optional.of(Fault.RESERVED);
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
        boolean open = InetAddresses.forString(text) instanceof Inet6Address address && PublicAddress.is(address);
        return open ? Optional.empty() : Optional.of(Fault.RESERVED);
    }
}
