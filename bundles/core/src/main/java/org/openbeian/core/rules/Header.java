package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.ProvinceProfile;

/**
 * The head of a rule file; what it leaves out is null and comes from the national file.
 *
 * @param name null in the head of a file that holds lists only
 * @param reviewMin shortest review in working days
 * @param copyright whether the footer needs a copyright line
 */
record Header(String province, LocalizedText name, LocalizedText authority, String prefix, String version,
        LocalDate date, String coverage, Integer reviewMin, Integer reviewMax, String footerNumber, Boolean copyright,
        Set<FilingType> typesOff, String interfaceProfile, Set<FilingType> defaultTypes) {

    /** Code that stands for the nation. */
    static final String NATIONAL = "000000";
    static final int FORMAT = 1;
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}(\\.\\d{1,9}(\\.[A-Za-z0-9_-]{1,40})?)?)?");

    /** The head of a file that holds lists only. */
    static Header lists(Section file) {
        requireFormat(file);
        return new Header(province(file, "listsOf"), null, null, null, version(file), date(file), null, null, null, null,
            null, Set.of(), null, Set.of());
    }

    boolean isLists() {
        return name == null;
    }

    static Header read(Section file, Sources sources) {
        requireFormat(file);
        String province = province(file, "province");
        String version = version(file);
        boolean national = province.equals(NATIONAL);
        Section review = sourced(file, "review", sources, "min", "max");
        Section footer = sourced(file, "footer", sources, "number", "copyright");
        Section off = sourced(file, "typesOff", sources, "types");
        LocalDate date = date(file);
        return new Header(province, file.localized("name"), national ? null : file.localized("authority"),
            national ? null : file.text("prefix"), version, date,
            Section.oneOf(file.get("coverage"), "coverage", List.of("local", "national-only")),
            review == null ? null : (int) Section.numberOf(review.get("min"), "min"),
            review == null ? null : (int) Section.numberOf(review.get("max"), "max"),
            footer == null ? null : Section.oneOf(footer.get("number"), "number", List.of("service", "either")),
            footer == null ? null : (Boolean) footer.flag("copyright", false),
            off == null ? Set.of() : Validity.types(off.items("types"), off.get("types")),
            file.find("interface").isEmpty() ? null
                : Section.oneOf(file.get("interface"), "interface", List.of("V.3.0", "X.1.0")), defaultTypes(file));
    }

    private static void requireFormat(Section file) {
        if (file.number("format", -1) != FORMAT) {
            throw new Mistake(file.find("format").orElse(file.node()), "expected format: " + FORMAT);
        }
    }

    private static String province(Section file, String key) {
        String province = file.text(key);
        if (!province.matches("[1-9]\\d0000|" + NATIONAL)) {
            throw new Mistake(file.get(key), "expected the six-digit code of a province, or 000000 for the nation");
        }
        return province;
    }

    private static String version(Section file) {
        String version = file.text("version");
        if (!VERSION.matcher(version).matches()) {
            throw new Mistake(file.get("version"), "expected a version such as 1.2.0");
        }
        return version;
    }

    private static LocalDate date(Section file) {
        LocalDate date = file.date("date");
        if (date == null) {
            throw new Mistake(file.node(), "the file lacks \"date\"");
        }
        return date;
    }

    /** What the province says beside its rules. */
    ProvinceProfile profile(Header national, Origin origin) {
        return new ProvinceProfile(province, name, authority, prefix, version, coverage,
            reviewMin != null ? reviewMin : national.reviewMin, reviewMax != null ? reviewMax : national.reviewMax,
            footerNumber != null ? footerNumber : national.footerNumber,
            copyright != null ? copyright : national.copyright, typesOff,
            interfaceProfile != null ? interfaceProfile : national.interfaceProfile, origin.bundle(), origin.version());
    }

    /** Says what the national file must not leave out. */
    void requireComplete(Section file) {
        if (reviewMin == null || footerNumber == null || interfaceProfile == null) {
            throw new Mistake(file.node(), "the national file lacks one of review, footer, interface");
        }
    }

    private static Section sourced(Section file, String key, Sources sources, String... keys) {
        if (file.find(key).isEmpty()) {
            return null;
        }
        String[] all = Arrays.copyOf(keys, keys.length + 1);
        all[keys.length] = "source";
        Section section = Section.of(file.get(key), key, all);
        sources.read(section, "source");
        return section;
    }

    private static Set<FilingType> defaultTypes(Section file) {
        return file.find("types").map(node -> Validity.types(file.items("types"), node))
            .orElseGet(() -> EnumSet.allOf(FilingType.class));
    }
}
