package org.openbeian.core.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ICP filing number (备案号) in its strict form.
 *
 * @param organizer number of the organizer, such as 粤ICP备2023009191号
 * @param serial serial of the service, 0 for the organizer's own number
 * @param suffix letter of the service kind: empty for a website, A for an APP, X or K
 */
public record FilingNumber(String organizer, int serial, String suffix) {

    private static final Pattern FORM = Pattern.compile(
        "(([" + Areas.filingPrefixes() + "])(ICP备(?:\\d{8}|\\d{10})号|ICP证\\d{6}号|B2-\\d{8}))(?:-([1-9]\\d{0,4})([AXK])?)?");
    private static final Pattern MISSING_END = Pattern.compile("(.ICP(?:备|证)\\d+)(-.*)?");

    /** Reads a number in its strict form. */
    public static Optional<FilingNumber> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new FilingNumber(m.group(1), m.group(4) == null ? 0 : Integer.parseInt(m.group(4)),
            m.group(5) == null ? "" : m.group(5)));
    }

    /** Reads a number as people write it: spaces, full-width or lower-case letters, 備, a missing 号. */
    public static Optional<FilingNumber> parseLenient(String text) {
        String n = Forms.canonical(text).replace('備', '备').replace('號', '号').replace('證', '证');
        Matcher missing = MISSING_END.matcher(n);
        if (missing.matches()) {
            n = missing.group(1) + "号" + (missing.group(2) == null ? "" : missing.group(2));
        }
        return parse(n);
    }

    /** Checks a number in its strict form. */
    public static Optional<Fault> check(String text) {
        return parse(text).isPresent() ? Optional.empty() : Optional.of(Fault.FORM);
    }

    /** The number as it is printed. */
    public String text() {
        return serial == 0 ? organizer : organizer + "-" + serial + suffix;
    }
}
