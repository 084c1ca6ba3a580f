package org.openbeian.api.channel;

import java.util.ArrayList;
import java.util.List;

/** How a text goes as SMS: in the GSM alphabet of 7 bits or in UCS-2, and in how many parts (3GPP TS 23.038, 23.040). */
public final class SmsText {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte ESCAPE = 0x1b;
    private static final byte[] EXTENSION = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};
    private static final int GSM_ONE = 160;
    private static final int GSM_PART = 152;
    private static final int UCS2_ONE = 70;
    private static final int UCS2_PART = 66;

    private SmsText() {
    }

    /** Whether the text needs UCS-2, as every Chinese one does. */
    public static boolean isUcs2(String text) {
        return !text.chars().allMatch(sign -> BASIC.indexOf(sign) >= 0 || EXTENDED.indexOf(sign) >= 0);
    }

    /**
     * The parts in which the text goes; no sign is torn apart. One part that fits alone, or parts with room for their header of seven
     * octets. Its reference has 16 bits: those of eight are the same for every 256th message, whose parts a telephone would mix.
     */
    public static List<String> parts(String text) {
        boolean ucs2 = isUcs2(text);
        if (length(text, ucs2) <= (ucs2 ? UCS2_ONE : GSM_ONE)) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int most = ucs2 ? UCS2_PART : GSM_PART;
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length();) {
            String sign = text.substring(i, text.offsetByCodePoints(i, 1));
            int length = length(sign, ucs2);
            if (used + length > most) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.append(sign);
            used += length;
            i += sign.length();
        }
        parts.add(part.toString());
        return parts;
    }

    private static int length(String text, boolean ucs2) {
        return ucs2 ? text.length() : text.chars().map(sign -> BASIC.indexOf(sign) >= 0 ? 1 : 2).sum();
    }

    /**
     * The text as octets: UCS-2 big-endian, or one octet for each sign of the GSM alphabet, an escape before those of its
     * extension (unpacked, as SMPP carries it).
     *
     * @param ucs2 whether the whole message, of which this may be a part, needs UCS-2
     */
    public static byte[] octets(String text, boolean ucs2) {
        byte[] octets = new byte[ucs2 ? text.length() * 2 : length(text, false)];
        int at = 0;
        for (char sign : text.toCharArray()) {
            int basic = BASIC.indexOf(sign);
            if (ucs2) {
                octets[at++] = (byte) (sign >> 8);
                octets[at++] = (byte) sign;
            } else if (basic >= 0) {
                octets[at++] = (byte) (basic < ESCAPE ? basic : basic + 1);
            } else {
                octets[at++] = ESCAPE;
                octets[at++] = EXTENSION[EXTENDED.indexOf(sign)];
            }
        }
        return octets;
    }
}
