package org.openbeian.api.security;

/** How personal data is shown in lists, logs and events. All methods return null for null. */
public final class Masks {

    private Masks() {
    }

    /** The family name and stars: 张** for 张小明. */
    public static String name(String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** The first three and last two digits: 138******00. */
    public static String phone(String phone) {
        return middle(phone, 3, 2);
    }

    /** The first two and last two characters: 44**************12. */
    public static String certificate(String number) {
        return middle(number, 2, 2);
    }

    /** The first character and the domain: z***@example.com. */
    public static String email(String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }

    private static String middle(String text, int head, int tail) {
        if (text == null) {
            return null;
        }
        if (text.length() <= head + tail) {
            return "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(text.length() - head - tail)
                + text.substring(text.length() - tail);
    }
}
