package org.openbeian.core.identifier;

import java.util.Optional;

/** Organisation code (组织机构代码, GB 11714), with or without its hyphen. */
public final class OrganizationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganizationCode() {
    }

    /** Checks a code as entered. */
    public static Optional<Fault> check(String code) {
        String c = Forms.canonical(code);
        if (c.length() == 10 && c.charAt(8) == '-') {
            c = c.substring(0, 8) + c.charAt(9);
        }
        if (!c.chars().allMatch(sign -> digit(sign) >= 0)) {
            return Optional.of(c.indexOf('-') >= 0 ? Fault.LENGTH : Fault.ALPHABET);
        }
        if (c.length() != 9) {
            return Optional.of(Fault.LENGTH);
        }
        if (!Forms.isDigits(c.substring(8)) && c.charAt(8) != 'X') {
            return Optional.of(Fault.ALPHABET);
        }
        return checkCharacterFits(c) ? Optional.empty() : Optional.of(Fault.CHECK_CHARACTER);
    }

    static boolean checkCharacterFits(String nine) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(nine.charAt(i)) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return expected == nine.charAt(8);
    }

    private static int digit(int sign) {
        if (sign >= '0' && sign <= '9') {
            return sign - '0';
        }
        return sign >= 'A' && sign <= 'Z' ? sign - 'A' + 10 : -1;
    }
}
