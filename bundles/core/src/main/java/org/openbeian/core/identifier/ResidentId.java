package org.openbeian.core.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** The 18-character numbers of GB 11643: resident ID cards, residence permits, the new foreign permanent ID. */
public final class ResidentId {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentId() {
    }

    /**
     * Checks the number of a resident ID card (居民身份证).
     *
     * @param number as entered
     * @param today the day on which a birth date still counts as past
     */
    public static Optional<Fault> check(String number, LocalDate today) {
        return check(Forms.canonical(number), today, Areas::isResidentHead);
    }

    /** Checks the number of a residence permit of people from Hong Kong, Macao (81, 82) or Taiwan (83). */
    public static Optional<Fault> checkResidencePermit(String number, LocalDate today) {
        return check(Forms.canonical(number), today,
            n -> n.startsWith("810000") || n.startsWith("820000") || n.startsWith("830000"));
    }

    /** The birth date, when the number holds one that exists. */
    public static Optional<LocalDate> birthDate(String number) {
        String n = Forms.canonical(number);
        return n.length() == 18 && Forms.isDigits(n, 0, 17) ? date(n.substring(6, 14)) : Optional.empty();
    }

    static boolean checkCharacterFits(String n) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (n.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == n.charAt(17);
    }

    static Optional<LocalDate> date(String digits) {
        try {
            int number = Integer.parseInt(digits);
            return Optional.of(LocalDate.of(number / 10_000, number / 100 % 100, number % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Fault> check(String n, LocalDate today, Predicate<String> area) {
        if (n.length() != 18) {
            return Optional.of(Fault.LENGTH);
        }
        if (!Forms.isDigits(n, 0, 17) || "0123456789X".indexOf(n.charAt(17)) < 0) {
            return Optional.of(Fault.ALPHABET);
        }
        if (!area.test(n)) {
            return Optional.of(Fault.AREA);
        }
        if (date(n.substring(6, 14)).filter(birth -> !birth.isAfter(today)).isEmpty()) {
            return Optional.of(Fault.DATE);
        }
        if (n.startsWith("000", 14)) {
            return Optional.of(Fault.SEQUENCE);
        }
        return checkCharacterFits(n) ? Optional.empty() : Optional.of(Fault.CHECK_CHARACTER);
    }
}
