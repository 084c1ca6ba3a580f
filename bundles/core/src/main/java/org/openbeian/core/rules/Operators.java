package org.openbeian.core.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.openbeian.api.rules.FactType;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.identifier.Fault;

/** The operators of conditions: a closed list. Texts in lists are tested one by one: all must hold. */
final class Operators {

    private static final Map<String, Operator> ALL = new TreeMap<>();

    static {
        add("equals", Operators::equalTo, FactType.TEXT, FactType.CODE, FactType.NUMBER, FactType.FLAG, FactType.DATE);
        add("in", WordOperators::in, FactType.TEXT, FactType.CODE, FactType.TEXTS);
        add("matches", Operators::matches, FactType.TEXT, FactType.TEXTS);
        add("starts-with", WordOperators::startsWith, FactType.TEXT, FactType.TEXTS);
        add("ends-with", WordOperators::endsWith, FactType.TEXT, FactType.TEXTS);
        add("contains-any", WordOperators::containsAny, FactType.TEXT, FactType.TEXTS);
        add("at-least", (f, n, names) -> bound(f, n, names, 1), FactType.NUMBER, FactType.DATE);
        add("at-most", (f, n, names) -> bound(f, n, names, -1), FactType.NUMBER, FactType.DATE);
        add("size-at-least", (f, n, names) -> size(f, n, 1), FactType.TEXT, FactType.TEXTS);
        add("size-at-most", (f, n, names) -> size(f, n, -1), FactType.TEXT, FactType.TEXTS);
        add("within-days", Operators::withinDays, FactType.DATE);
        add("same-as", Operators::sameAs, FactType.TEXT, FactType.CODE, FactType.NUMBER, FactType.DATE, FactType.FLAG);
        add("is", Operators::is, FactType.TEXT, FactType.TEXTS);
        add("present", (f, n, names) -> present(f, Section.flagOf(n, "present")), FactType.values());
    }

    private Operators() {
    }

    private interface Maker {
        Condition make(FactKey fact, YamlNode node, Names names);
    }

    private record Operator(Maker maker, Set<FactType> types) {
    }

    private static void add(String name, Maker maker, FactType... types) {
        ALL.put(name, new Operator(maker, EnumSet.of(types[0], types)));
    }

    /** The operators that fit a kind of value. */
    static List<String> fitting(FactType type) {
        return ALL.entrySet().stream().filter(entry -> entry.getValue().types().contains(type)).map(Map.Entry::getKey)
            .toList();
    }

    /** Compiles one test. */
    static Condition make(FactKey fact, YamlNode.Scalar key, YamlNode value, Names names) {
        Operator operator = ALL.get(key.text());
        if (operator == null) {
            throw new Mistake(key, "unknown operator \"" + key.text() + "\"; expected one of "
                + String.join(", ", ALL.keySet()));
        }
        if (!operator.types().contains(fact.type())) {
            throw new Mistake(key, key.text() + " does not fit " + fact.name() + ", which is " + fact.type());
        }
        return operator.maker().make(fact, value, names);
    }

    private static Condition equalTo(FactKey fact, YamlNode node, Names names) {
        if (Operand.isFact(node)) {
            return same(fact, Operand.fact(fact, node, names), "equals");
        }
        Object wanted = FactValues.parse(fact, node);
        return leaf(fact, "equals", wanted, wanted::equals);
    }

    private static Condition matches(FactKey fact, YamlNode node, Names names) {
        String expression = Section.textOf(node, "matches");
        try {
            Pattern pattern = Pattern.compile(expression);
            return leaf(fact, "matches", expression, each(text -> pattern.matcher(text).matches()));
        } catch (PatternSyntaxException e) {
            throw new Mistake(node, "not a regular expression: " + e.getMessage());
        }
    }

    private static Condition bound(FactKey fact, YamlNode node, Names names, int sign) {
        String operator = sign > 0 ? "at-least" : "at-most";
        if (Operand.isFact(node)) {
            return bound(fact, Operand.fact(fact, node, names), operator, sign);
        }
        if (fact.type() == FactType.NUMBER) {
            return limit(fact, Section.numberOf(node, fact.name()), sign);
        }
        FactValues.Day limit = FactValues.day(node, fact.name());
        return dated(fact, operator, Section.textOf(node, operator),
            (day, today) -> day.compareTo(limit.on(today)) * sign >= 0);
    }

    private static Condition bound(FactKey fact, FactKey other, String operator, int sign) {
        return compared(fact, operator, other, (value, second) -> {
            int order = value instanceof LocalDate day ? day.compareTo((LocalDate) second)
                : Long.compare((Long) value, (Long) second);
            return order * sign >= 0;
        });
    }

    private static Condition size(FactKey fact, YamlNode node, int sign) {
        return size(fact, Section.numberOf(node, fact.name()), sign);
    }

    /** The bound of a number, of the characters of a text or of the items of a list; from below with a sign of 1. */
    static Condition limit(FactKey fact, long limit, int sign) {
        return fact.type() != FactType.NUMBER ? size(fact, limit, sign) : leaf(fact, sign > 0 ? "at-least" : "at-most",
            limit, value -> Long.compare((Long) value, limit) * sign >= 0);
    }

    /** Characters of a text, items of a list. */
    private static Condition size(FactKey fact, long limit, int sign) {
        return leaf(fact, sign > 0 ? "size-at-least" : "size-at-most", limit, value -> {
            long size = value instanceof String text ? text.codePointCount(0, text.length()) : ((List<?>) value).size();
            return Long.compare(size, limit) * sign >= 0;
        });
    }

    private static Condition withinDays(FactKey fact, YamlNode node, Names names) {
        long days = Section.numberOf(node, "within-days");
        return dated(fact, "within-days", String.valueOf(days),
            (day, today) -> !day.isBefore(today) && !day.isAfter(today.plusDays(days)));
    }

    private static Condition sameAs(FactKey fact, YamlNode node, Names names) {
        return same(fact, Operand.fact(fact, node, Section.textOf(node, "same-as"), names), "same-as");
    }

    private static Condition same(FactKey fact, FactKey other, String operator) {
        return compared(fact, operator, other, Operand::same);
    }

    private static Condition is(FactKey fact, YamlNode node, Names names) {
        String name = Section.textOf(node, "is");
        BiFunction<String, LocalDate, Optional<Fault>> format = Formats.find(name).orElseThrow(
            () -> new Mistake(node, "unknown format \"" + name + "\"; expected one of " + Formats.names()));
        Condition.Leaf.Test test = (value, values) -> {
            if (value == null) {
                return Truth.UNDECIDED;
            }
            LocalDate today = values.today();
            return Truth.of(each(text -> format.apply(text, today).isEmpty()).test(value));
        };
        return new Condition.Leaf(fact, "is", name, null, test);
    }

    static Condition present(FactKey fact, boolean wanted) {
        return new Condition.Leaf(fact, "present", String.valueOf(wanted), null,
            (value, values) -> Truth.of((value != null) == wanted));
    }

    static Condition leaf(FactKey fact, String operator, Object operand, Predicate<Object> test) {
        return new Condition.Leaf(fact, operator, FactValues.show(operand), null,
            (value, values) -> value == null ? Truth.UNDECIDED : Truth.of(test.test(value)));
    }

    /** A test on the values of two facts. */
    static Condition compared(FactKey fact, String operator, FactKey other, BiPredicate<Object, Object> test) {
        return new Condition.Leaf(fact, operator, other.name(), other, (value, values) -> {
            Object second = values.value(other);
            return value == null || second == null ? Truth.UNDECIDED : Truth.of(test.test(value, second));
        });
    }

    private static Condition dated(FactKey fact, String operator, String operand,
            BiPredicate<LocalDate, LocalDate> test) {
        return new Condition.Leaf(fact, operator, operand, null, (value, values) -> value == null ? Truth.UNDECIDED
            : Truth.of(test.test((LocalDate) value, values.today())));
    }

    /** A test on a text, or on each of several. */
    static Predicate<Object> each(Predicate<String> test) {
        return value -> {
            if (value instanceof String one) {
                return test.test(one);
            }
            for (Object item : (List<?>) value) {
                if (!test.test((String) item)) {
                    return false;
                }
            }
            return true;
        };
    }
}
