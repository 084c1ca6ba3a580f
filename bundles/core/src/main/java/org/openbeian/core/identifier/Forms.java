package org.openbeian.core.identifier;

import java.util.Locale;

/** The form in which identifiers are compared. */
public final class Forms {

    private Forms() {
    }

    /**
     * Trims, makes full-width letters and digits half-width, removes inner white space and writes letters in upper case.
     *
     * @param text as entered, not null
     */
    public static String canonical(String text) {
        if (isCanonical(text)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(Forms::halfWidth).filter(c -> !isSpace(c)).forEach(result::appendCodePoint);
        return result.toString().toUpperCase(Locale.ROOT);
    }

    /** Whether nothing but characters that stay as they are: ASCII without space and small letters, and Han. */
    private static boolean isCanonical(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stays = c > ' ' && c < 'a' || c > 'z' && c < 0x80 || c >= 0x4E00 && c <= 0x9FFF;
            if (!stays) {
                return false;
            }
        }
        return true;
    }

    static int halfWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || c == 0x3000 || c == 0xA0;
    }

    /** Whether there is a part from one character to before another, and it is digits alone. */
    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    static boolean isDigits(String text) {
        return isDigits(text, 0, text.length());
    }
}
