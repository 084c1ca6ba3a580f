package org.openbeian.core.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses and postcodes. */
public final class Contacts {

    private static final Pattern EMAIL = Pattern.compile(
        "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
            + "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private Contacts() {
    }

    /** Checks one e-mail address of 6 to 128 characters. */
    public static Optional<Fault> checkEmail(String address) {
        String a = address.strip();
        if (a.length() < 6 || a.length() > 128) {
            return Optional.of(Fault.LENGTH);
        }
        return EMAIL.matcher(a).matches() ? Optional.empty() : Optional.of(Fault.FORM);
    }

    /** Checks a postcode (邮编) of six digits. */
    public static Optional<Fault> checkPostcode(String postcode) {
        String p = Forms.canonical(postcode);
        if (p.length() != 6) {
            return Optional.of(Fault.LENGTH);
        }
        return Forms.isDigits(p) ? Optional.empty() : Optional.of(Fault.ALPHABET);
    }
}
