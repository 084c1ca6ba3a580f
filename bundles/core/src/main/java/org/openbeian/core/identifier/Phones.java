package org.openbeian.core.identifier;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mobile and landline numbers. */
public final class Phones {

    private static final Pattern PUBLIC_SECURITY = Pattern.compile("0086-0(10|2\\d|[3-9]\\d{2})-[1-9]\\d{6,7}");
    private static final Pattern FILING = Pattern.compile("(\\+?0?0?86-)?0(10|2\\d|[3-9]\\d{2})-[1-9]\\d{6,7}(-\\d{1,6})?");
    private static final Set<String> NOT_ALLOTTED = Set.of("142", "143", "154", "161", "164", "194", "140", "141", "144");

    private static final String[] COUNTRY = {"+86", "0086", "86"};
    private static final int SHORTEST_WITH_COUNTRY = 13;

    private Phones() {
    }

    /** The eleven digits of a mobile number as entered: without country code, spaces and hyphens. */
    public static String mobileDigits(String number) {
        String n = Forms.canonical(number).replace("-", "");
        if (n.length() < SHORTEST_WITH_COUNTRY) {
            return n;
        }
        for (String country : COUNTRY) {
            if (n.startsWith(country) && n.length() - country.length() == 11) {
                return n.substring(country.length());
            }
        }
        return n;
    }

    /** Checks a mobile number as entered. */
    public static Optional<Fault> checkMobile(String number) {
        String n = mobileDigits(number);
        if (!Forms.isDigits(n)) {
            return Optional.of(Fault.ALPHABET);
        }
        if (n.length() != 11) {
            return Optional.of(Fault.LENGTH);
        }
        boolean head = n.charAt(0) == '1' && n.charAt(1) >= '3';
        return head ? Optional.empty() : Optional.of(Fault.HEAD);
    }

    /** Whether the first three digits are allotted to an operator, as far as public lists say. */
    public static boolean isAllotted(String number) {
        String n = mobileDigits(number);
        return n.length() == 11 && !NOT_ALLOTTED.contains(n.substring(0, 3));
    }

    /** Checks a landline in the form of public security: {@code 0086-010-68870788}, nothing else. */
    public static Optional<Fault> checkPublicSecurityLandline(String number) {
        if (!PUBLIC_SECURITY.matcher(number).matches()) {
            return Optional.of(Fault.FORM);
        }
        return subscriber(number).chars().distinct().count() == 1 ? Optional.of(Fault.PLACEHOLDER) : Optional.empty();
    }

    /** Checks a landline of an ICP filing: area code and number with a hyphen, country code and extension optional. */
    public static Optional<Fault> checkLandline(String number) {
        return FILING.matcher(Forms.canonical(number)).matches() ? Optional.empty() : Optional.of(Fault.FORM);
    }

    /** The area code of a landline of an ICP filing, such as 0931; empty when it is not well formed. */
    public static Optional<String> areaCode(String number) {
        Matcher landline = FILING.matcher(Forms.canonical(number));
        return landline.matches() ? Optional.of("0" + landline.group(2)) : Optional.empty();
    }

    private static String subscriber(String number) {
        return number.substring(number.lastIndexOf('-') + 1);
    }
}
