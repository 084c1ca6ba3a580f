package org.openbeian.core.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filing number of public security (公安联网备案号). */
public final class PoliceNumber {

    private static final Pattern FORM = Pattern.compile("(.)公网安备 ?(\\d+)号");

    private PoliceNumber() {
    }

    /** Checks a number of 14 digits whose first two belong to the province of its first character. */
    public static Optional<Fault> check(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.of(Fault.FORM);
        }
        if (m.group(2).length() != 14) {
            return Optional.of(Fault.LENGTH);
        }
        return Areas.byPoliceCharacter(m.group(1)).filter(a -> m.group(2).startsWith(a.code().substring(0, 2)))
            .isPresent() ? Optional.empty() : Optional.of(Fault.AREA);
    }
}
