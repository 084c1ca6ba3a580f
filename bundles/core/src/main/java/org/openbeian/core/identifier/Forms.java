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
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(Forms::halfWidth).filter(c -> !isSpace(c)).forEach(result::appendCodePoint);
        return result.toString().toUpperCase(Locale.ROOT);
    }

    static int halfWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || c == 0x3000 || c == 0xA0;
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
