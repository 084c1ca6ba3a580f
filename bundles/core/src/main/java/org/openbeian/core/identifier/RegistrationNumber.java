package org.openbeian.core.identifier;

import java.util.Optional;

/** The 15-digit number of old business licences (注册号). */
public final class RegistrationNumber {

    private RegistrationNumber() {
    }

    /** Checks a number as entered. */
    public static Optional<Fault> check(String number) {
        String n = Forms.canonical(number);
        if (n.length() != 15) {
            return Optional.of(Fault.LENGTH);
        }
        if (!Forms.isDigits(n)) {
            return Optional.of(Fault.ALPHABET);
        }
        int p = 10;
        for (int i = 0; i < 14; i++) {
            int s = (p + n.charAt(i) - '0') % 10;
            p = 2 * (s == 0 ? 10 : s) % 11;
        }
        return (p + n.charAt(14) - '0') % 10 == 1 ? Optional.empty() : Optional.of(Fault.CHECK_CHARACTER);
    }
}
