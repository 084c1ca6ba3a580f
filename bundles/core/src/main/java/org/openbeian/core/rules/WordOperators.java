package org.openbeian.core.rules;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.openbeian.core.fact.FactKey;

/** The operators that hold a fact against words. */
final class WordOperators {

    private WordOperators() {
    }

    /** A test of a value, a text or several, against words. */
    private interface Test extends BiPredicate<Object, Collection<String>> {
    }

    static Condition in(FactKey fact, YamlNode node, Names names) {
        return make(fact, "in", node, names,
            (value, words) -> value instanceof String text ? words.contains(text) : words.containsAll((List<?>) value));
    }

    static Condition startsWith(FactKey fact, YamlNode node, Names names) {
        return make(fact, "starts-with", node, names, each(String::startsWith));
    }

    static Condition endsWith(FactKey fact, YamlNode node, Names names) {
        return make(fact, "ends-with", node, names, each(String::endsWith));
    }

    static Condition containsAny(FactKey fact, YamlNode node, Names names) {
        return make(fact, "contains-any", node, names, (value, words) -> {
            for (String word : words) {
                if (value instanceof String text ? text.contains(word) : ((List<?>) value).contains(word)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Condition make(FactKey fact, String operator, YamlNode node, Names names, Test test) {
        if (Operand.isFact(node)) {
            return Operators.compared(fact, operator, Operand.wordsOf(fact, node, names),
                (value, second) -> test.test(value, words(second)));
        }
        Set<String> words = Operand.words(fact, node, names);
        return new Condition.Leaf(fact, operator, Operand.shown(node, words), null,
            (value, values) -> value == null ? Truth.UNDECIDED : Truth.of(test.test(value, words)));
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> words(Object value) {
        return value instanceof String text ? List.of(text) : (List<String>) value;
    }

    /** Each text must fit one of the words. */
    private static Test each(BiPredicate<String, String> fits) {
        return (value, words) -> Operators.each(text -> {
            for (String word : words) {
                if (fits.test(text, word)) {
                    return true;
                }
            }
            return false;
        }).test(value);
    }
}
