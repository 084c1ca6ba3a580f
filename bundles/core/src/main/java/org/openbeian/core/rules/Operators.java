package org.openbeian.core.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
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
import org.openbeian.core.identifier.Phones;

/** The operators of conditions: a closed list. Texts in lists are tested one by one: all must hold. */
final class Operators {

    private static final Map<String, Operator> ALL = new TreeMap<>();

    static {
        add("equals", Operators::equalTo, FactType.TEXT, FactType.CODE, FactType.NUMBER, FactType.FLAG, FactType.DATE);
        add("in", Operators::in, FactType.TEXT, FactType.CODE, FactType.TEXTS);
        add("matches", Operators::matches, FactType.TEXT, FactType.TEXTS);
        add("starts-with", (f, n, names) -> affix(f, n, names, "starts-with"), FactType.TEXT, FactType.TEXTS);
        add("ends-with", (f, n, names) -> affix(f, n, names, "ends-with"), FactType.TEXT, FactType.TEXTS);
        add("contains-any", Operators::containsAny, FactType.TEXT, FactType.TEXTS);
        add("at-least", (f, n, names) -> bound(f, n, 1), FactType.NUMBER, FactType.DATE);
        add("at-most", (f, n, names) -> bound(f, n, -1), FactType.NUMBER, FactType.DATE);
        add("within-days", Operators::withinDays, FactType.DATE);
        add("same-as", Operators::sameAs, FactType.TEXT, FactType.CODE, FactType.NUMBER, FactType.DATE, FactType.FLAG);
        add("is", Operators::is, FactType.TEXT, FactType.TEXTS);
        add("present", (f, n, names) -> present(f, n), FactType.values());
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

    static Condition equalTo(FactKey fact, YamlNode node, Names names) {
        Object wanted = FactValues.parse(fact, node);
        return leaf(fact, wanted::equals, fact + " equals " + wanted);
    }

    static Condition in(FactKey fact, YamlNode node, Names names) {
        Set<String> words = words(fact, node, names);
        return texts(fact, words::contains, fact + " in " + shown(node, words));
    }

    private static Condition matches(FactKey fact, YamlNode node, Names names) {
        String expression = Section.textOf(node, "matches");
        try {
            Pattern pattern = Pattern.compile(expression);
            return texts(fact, text -> pattern.matcher(text).matches(), fact + " matches " + expression);
        } catch (PatternSyntaxException e) {
            throw new Mistake(node, "not a regular expression: " + e.getMessage());
        }
    }

    private static Condition affix(FactKey fact, YamlNode node, Names names, String operator) {
        List<String> words = List.copyOf(words(fact, node, names));
        boolean start = operator.equals("starts-with");
        Predicate<String> test = text -> {
            for (String word : words) {
                if (start ? text.startsWith(word) : text.endsWith(word)) {
                    return true;
                }
            }
            return false;
        };
        return texts(fact, test, fact + " " + operator + " " + shown(node, words));
    }

    private static Condition containsAny(FactKey fact, YamlNode node, Names names) {
        Set<String> words = words(fact, node, names);
        String text = fact + " contains-any " + shown(node, words);
        if (fact.type() == FactType.TEXTS) {
            return leaf(fact, value -> ((List<?>) value).stream().anyMatch(words::contains), text);
        }
        List<String> parts = List.copyOf(words);
        return leaf(fact, value -> {
            for (String part : parts) {
                if (((String) value).contains(part)) {
                    return true;
                }
            }
            return false;
        }, text);
    }

    private static Condition bound(FactKey fact, YamlNode node, int sign) {
        String text = fact + (sign > 0 ? " at-least " : " at-most ") + Section.textOf(node, "a bound");
        if (fact.type() == FactType.NUMBER) {
            long limit = Section.numberOf(node, fact.name());
            return leaf(fact, value -> Long.compare((Long) value, limit) * sign >= 0, text);
        }
        FactValues.Day limit = FactValues.day(node, fact.name());
        return dated(fact, (day, today) -> day.compareTo(limit.on(today)) * sign >= 0, text);
    }

    private static Condition withinDays(FactKey fact, YamlNode node, Names names) {
        long days = Section.numberOf(node, "within-days");
        return dated(fact, (day, today) -> !day.isBefore(today) && !day.isAfter(today.plusDays(days)),
            fact + " within-days " + days);
    }

    private static Condition sameAs(FactKey fact, YamlNode node, Names names) {
        FactKey other = names.fact(node, Section.textOf(node, "same-as"));
        if (other.type() != fact.type()) {
            throw new Mistake(node, fact.name() + " is " + fact.type() + ", " + other.name() + " is " + other.type());
        }
        if (fact.scope().with(other.scope()) == null) {
            throw new Mistake(node, fact.name() + " and " + other.name() + " are about different things");
        }
        Condition.Leaf.Test test = (value, values) -> {
            Object second = values.value(other);
            return value == null || second == null ? Truth.UNDECIDED : Truth.of(same(value, second));
        };
        return new Condition.Leaf(fact, test, fact + " same-as " + other, other);
    }

    private static boolean same(Object one, Object other) {
        return one.equals(other) || one instanceof String first && other instanceof String second
            && Phones.mobileDigits(first).equals(Phones.mobileDigits(second));
    }

    private static Condition is(FactKey fact, YamlNode node, Names names) {
        String name = Section.textOf(node, "is");
        BiFunction<String, LocalDate, Optional<Fault>> format = Formats.find(name).orElseThrow(
            () -> new Mistake(node, "unknown format \"" + name + "\"; expected one of " + Formats.names()));
        Condition.Leaf.Test test = (value, values) -> {
            if (value == null) {
                return Truth.UNDECIDED;
            }
            if (value instanceof String text) {
                return Truth.of(format.apply(text, values.today()).isEmpty());
            }
            return Truth.of(((List<?>) value).stream()
                .allMatch(item -> format.apply((String) item, values.today()).isEmpty()));
        };
        return new Condition.Leaf(fact, test, fact + " is " + name, null);
    }

    static Condition present(FactKey fact, YamlNode node) {
        return present(fact, Section.flagOf(node, "present"));
    }

    static Condition present(FactKey fact, boolean wanted) {
        return new Condition.Leaf(fact, (value, values) -> Truth.of((value != null) == wanted),
            fact + (wanted ? " present" : " absent"), null);
    }

    private static Condition leaf(FactKey fact, Predicate<Object> test, String text) {
        return new Condition.Leaf(fact,
            (value, values) -> value == null ? Truth.UNDECIDED : Truth.of(test.test(value)), text, null);
    }

    private static Condition dated(FactKey fact, BiPredicate<LocalDate, LocalDate> test, String text) {
        return new Condition.Leaf(fact, (value, values) -> value == null ? Truth.UNDECIDED
            : Truth.of(test.test((LocalDate) value, values.today())), text, null);
    }

    private static Condition texts(FactKey fact, Predicate<String> test, String text) {
        return leaf(fact, value -> {
            if (value instanceof String one) {
                return test.test(one);
            }
            for (Object item : (List<?>) value) {
                if (!test.test((String) item)) {
                    return false;
                }
            }
            return true;
        }, text);
    }

    /** Words written in place, one or a list, or the name of a list: {@code {list: name}}. */
    private static Set<String> words(FactKey fact, YamlNode node, Names names) {
        if (node instanceof YamlNode.Keys) {
            Section section = Section.of(node, "a list of words", "list");
            return names.list(section.get("list"), section.text("list"));
        }
        List<YamlNode> items = node instanceof YamlNode.Scalar ? List.of(node) : Section.itemsOf(node, fact.name());
        if (items.isEmpty()) {
            throw new Mistake(node, "expected at least one word");
        }
        Set<String> words = new LinkedHashSet<>();
        items.forEach(item -> words.add(FactValues.word(fact, item)));
        return words;
    }

    private static String shown(YamlNode node, Iterable<String> words) {
        if (node instanceof YamlNode.Keys keys) {
            return "list " + ((YamlNode.Scalar) keys.values().get("list")).text();
        }
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        return all.size() <= 5 ? all.toString() : all.subList(0, 5) + " and " + (all.size() - 5) + " more";
    }
}
