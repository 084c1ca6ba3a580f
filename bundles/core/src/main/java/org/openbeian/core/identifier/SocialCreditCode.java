package org.openbeian.core.identifier;

import java.util.Optional;

/** Unified social credit code (统一社会信用代码, GB 32100). */
public final class SocialCreditCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private SocialCreditCode() {
    }

    /** Checks a code as entered. */
    public static Optional<Fault> check(String code) {
        String c = Forms.canonical(code);
        if (c.length() != 18) {
            return Optional.of(Fault.LENGTH);
        }
        for (int i = 0; i < c.length(); i++) {
            if (SIGNS.indexOf(c.charAt(i)) < 0) {
                return Optional.of(Fault.ALPHABET);
            }
        }
        if (!Forms.isDigits(c, 2, 8)) {
            return Optional.of(Fault.AREA);
        }
        if (c.startsWith("00000000", 8)) {
            return Optional.of(Fault.PLACEHOLDER);
        }
        if (!OrganizationCode.checkCharacterFits(c.substring(8, 17)) || !checkSignFits(c)) {
            return Optional.of(Fault.CHECK_CHARACTER);
        }
        return Optional.empty();
    }

    private static boolean checkSignFits(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += SIGNS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return SIGNS.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
