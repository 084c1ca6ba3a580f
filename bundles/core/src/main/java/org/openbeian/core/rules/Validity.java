package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openbeian.api.model.FilingType;

/**
 * For which orders something holds.
 *
 * @param types filing types
 * @param from first day, or null
 * @param to last day, or null
 */
record Validity(Set<FilingType> types, LocalDate from, LocalDate to) {

    static final String[] KEYS = {"types", "validFrom", "validTo"};

    static Validity read(Section section, Set<FilingType> otherwise) {
        Set<FilingType> types = section.find("types").map(node -> types(section.items("types"), node)).orElse(otherwise);
        LocalDate from = section.date("validFrom");
        LocalDate to = section.date("validTo");
        if (from != null && to != null && to.isBefore(from)) {
            throw new Mistake(section.get("validTo"), "validTo lies before validFrom");
        }
        return new Validity(types, from, to);
    }

    static Set<FilingType> types(List<YamlNode> items, YamlNode node) {
        EnumSet<FilingType> types = EnumSet.noneOf(FilingType.class);
        items.forEach(item -> types.add(Section.wordOf(item, "types", FilingType.class)));
        if (types.isEmpty()) {
            throw new Mistake(node, "types is empty; expected filing types");
        }
        return types;
    }

    boolean holds(FilingType type, LocalDate day) {
        return types.contains(type) && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Where both hold; null when nowhere. */
    Validity with(Validity other) {
        EnumSet<FilingType> both = EnumSet.copyOf(types);
        both.retainAll(other.types);
        LocalDate begin = from == null || other.from != null && other.from.isAfter(from) ? other.from : from;
        LocalDate end = to == null || other.to != null && other.to.isBefore(to) ? other.to : to;
        boolean nowhere = both.isEmpty() || begin != null && end != null && end.isBefore(begin);
        return nowhere ? null : new Validity(both, begin, end);
    }
}
