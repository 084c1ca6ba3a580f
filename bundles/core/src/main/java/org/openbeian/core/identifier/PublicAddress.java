package org.openbeian.core.identifier;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Which addresses are anybody's on the internet (IANA's special-purpose registries of IPv4 and IPv6). */
public final class PublicAddress {

    /** IPv4 ranges that are not: first address and length of the prefix. Among them are the metadata services of clouds. */
    private static final int[][] SPECIAL = {
        {0x00000000, 8}, {0x0A000000, 8}, {0x64400000, 10}, {0x7F000000, 8}, {0xA9FE0000, 16}, {0xAC100000, 12},
        {0xC0000000, 24}, {0xC0000200, 24}, {0xC0586300, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xC6336400, 24},
        {0xCB007100, 24}, {0xE0000000, 3}};

    private PublicAddress() {
    }

    /** Whether an address is public; an IPv6 address that carries an IPv4 address never is. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? is4(ByteBuffer.wrap(bytes).getInt()) : is6(bytes);
    }

    /** Whether an address of version 4 is public, by its 32 bits. */
    static boolean is4(int value) {
        for (int[] range : SPECIAL) {
            if ((value ^ range[0]) >>> 32 - range[1] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Global unicast is 2000::/3; of it 2001::/23 is for protocols, 2001:db8::/32 and 3fff::/20 for books, 2002::/16 is 6to4. */
    private static boolean is6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        boolean protocols = first == 0x2001 && second < 0x0200;
        boolean books = first == 0x2001 && second == 0x0DB8 || first == 0x3FFF && second < 0x1000;
        return first >>> 13 == 1 && !protocols && !books && first != 0x2002;
    }
}
