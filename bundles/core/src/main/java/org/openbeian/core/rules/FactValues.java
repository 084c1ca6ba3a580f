package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbeian.api.rules.FactType;
import org.openbeian.core.fact.FactKey;

/** Values of facts as rule files write them. */
final class FactValues {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-])(\\d{1,5})([dmy]))?");

    private FactValues() {
    }

    /** A day, fixed or counted from the day of judgement. */
    interface Day {
        LocalDate on(LocalDate today);
    }

    static Object parse(FactKey fact, YamlNode node) {
        return switch (fact.type()) {
            case TEXT, CODE -> word(fact, node);
            case NUMBER -> Section.numberOf(node, fact.name());
            case FLAG -> Section.flagOf(node, fact.name());
            case DATE -> Section.dateOf(node, fact.name());
            case TEXTS -> Section.textsOf(Section.itemsOf(node, fact.name()), fact.name());
        };
    }

    /** A text; for a code one of its words. */
    static String word(FactKey fact, YamlNode node) {
        return fact.type() == FactType.CODE ? Section.oneOf(node, fact.name(), fact.fact().words())
            : Section.textOf(node, fact.name());
    }

    static Day day(YamlNode node, String key) {
        Matcher relative = RELATIVE.matcher(Section.textOf(node, key));
        if (!relative.matches()) {
            LocalDate fixed = Section.dateOf(node, key + " (or today, today+30d, today-3m, today+1y)");
            return today -> fixed;
        }
        long count = relative.group(2) == null ? 0 : Long.parseLong(relative.group(2));
        long signed = "-".equals(relative.group(1)) ? -count : count;
        return switch (relative.group(3) == null ? "d" : relative.group(3)) {
            case "d" -> today -> today.plusDays(signed);
            case "m" -> today -> today.plusMonths(signed);
            default -> today -> today.plusYears(signed);
        };
    }

    /** A value for people. */
    static String show(Object value) {
        return value instanceof List<?> list ? String.join(",", list.stream().map(String::valueOf).toList())
            : String.valueOf(value);
    }
}
