package org.openbeian.core.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openbeian.api.rules.FactType;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.identifier.Phones;

/** What an operator holds a fact against: words in place, a list of the file, or another fact. */
final class Operand {

    private static final int SHOWN = 5;

    private Operand() {
    }

    /** Whether the operand is another fact: {@code {fact: name}}. */
    static boolean isFact(YamlNode node) {
        return node instanceof YamlNode.Keys keys && keys.values().containsKey("fact");
    }

    /** The other fact, of the same kind of value. */
    static FactKey fact(FactKey fact, YamlNode node, Names names) {
        Section section = Section.of(node, "a fact", "fact");
        return fact(fact, section.get("fact"), section.text("fact"), names);
    }

    static FactKey fact(FactKey fact, YamlNode at, String name, Names names) {
        FactKey other = visible(fact, at, name, names);
        if (other.type() != fact.type()) {
            throw new Mistake(at, fact.name() + " is " + fact.type() + ", " + other.name() + " is " + other.type());
        }
        return other;
    }

    /** A fact that holds words: a text, a code or several texts. */
    static FactKey wordsOf(FactKey fact, YamlNode node, Names names) {
        Section section = Section.of(node, "a fact", "fact");
        FactKey other = visible(fact, section.get("fact"), section.text("fact"), names);
        if (other.type() != FactType.TEXT && other.type() != FactType.CODE && other.type() != FactType.TEXTS) {
            throw new Mistake(section.get("fact"), other.name() + " is " + other.type() + "; expected a fact of words");
        }
        return other;
    }

    private static FactKey visible(FactKey fact, YamlNode at, String name, Names names) {
        FactKey other = names.fact(at, name);
        if (fact.scope().with(other.scope()) == null) {
            throw new Mistake(at, fact.name() + " and " + other.name() + " are about different things");
        }
        return other;
    }

    /** Words written in place, one or a list, or the name of a list: {@code {list: name}}. */
    static Set<String> words(FactKey fact, YamlNode node, Names names) {
        if (node instanceof YamlNode.Keys) {
            Section section = Section.of(node, "words", "list", "fact");
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

    /** Words for people; long lists are cut. */
    static String shown(YamlNode node, Set<String> words) {
        if (node instanceof YamlNode.Keys keys) {
            return "list " + ((YamlNode.Scalar) keys.values().get("list")).text();
        }
        List<String> all = List.copyOf(words);
        return all.size() <= SHOWN ? all.toString() : all.subList(0, SHOWN) + " and " + (all.size() - SHOWN) + " more";
    }

    /** Whether two values are the same; numbers of telephones however they are written. */
    static boolean same(Object one, Object other) {
        return one.equals(other) || one instanceof String first && other instanceof String second
            && Phones.mobileDigits(first).equals(Phones.mobileDigits(second));
    }
}
