package org.openbeian.api.security;

import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How personal data is shown in lists, logs and events. All methods return null for null. */
public final class Masks {

    private static final Pattern RESIDENT_ID = Pattern.compile("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])");
    /** Also behind 86, with which gateways write them. */
    private static final Pattern MOBILE = Pattern.compile("(?:(?<![0-9])|(?<=(?<![0-9])(?:00)?86))1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

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

    /** A free text whose ID card numbers, mobile numbers and mail addresses are masked; a name cannot be told from words. */
    public static String text(String text) {
        return text == null ? null : each(MOBILE, Masks::phone, each(RESIDENT_ID, Masks::certificate,
                each(EMAIL, Masks::email, text)));
    }

    /** A free text about known people: as {@link #text(String)}, and their names masked. */
    public static String text(String text, Collection<String> names) {
        String masked = text(text);
        for (String name : names) {
            masked = masked == null || name.length() < 2 ? masked : masked.replace(name, name(name));
        }
        return masked;
    }

    private static String each(Pattern pattern, UnaryOperator<String> mask, String text) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask.apply(found.group())));
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
