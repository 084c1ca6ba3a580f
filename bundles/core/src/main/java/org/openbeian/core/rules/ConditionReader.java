package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.core.fact.FactKey;

/** Compiles a condition: facts with operators, joined by all, any and not. */
final class ConditionReader {

    private final Names names;

    ConditionReader(Names names) {
        this.names = names;
    }

    Condition read(YamlNode node, String what) {
        Section section = Section.open(node, what);
        if (section.all().isEmpty()) {
            throw new Mistake(node, what + " is empty; expected facts with operators");
        }
        List<Condition> parts = new ArrayList<>();
        section.node().keys().values().forEach(key -> parts.add(part(key, section.all().get(key.text()))));
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
    }

    private Condition part(YamlNode.Scalar key, YamlNode value) {
        return switch (key.text()) {
            case "all" -> new Condition.All(parts(value, "all"));
            case "any" -> new Condition.Any(parts(value, "any"));
            case "not" -> new Condition.Not(read(value, "not"));
            case "distinct" -> distinct(value);
            default -> fact(key, value);
        };
    }

    private List<Condition> parts(YamlNode node, String what) {
        List<Condition> parts = new ArrayList<>();
        Section.itemsOf(node, what).forEach(item -> parts.add(read(item, what)));
        if (parts.isEmpty()) {
            throw new Mistake(node, what + " is empty; expected conditions");
        }
        return List.copyOf(parts);
    }

    private Condition distinct(YamlNode node) {
        Section section = Section.of(node, "distinct", "of", "at-least");
        List<FactKey> facts = new ArrayList<>();
        section.items("of").forEach(item -> facts.add(names.fact(item, Section.textOf(item, "of"))));
        int atLeast = section.number("at-least", 0);
        if (atLeast < 2 || atLeast > facts.size()) {
            throw new Mistake(node, "expected {of: [facts], at-least: a number from 2 to the number of facts}");
        }
        return new Condition.Distinct(List.copyOf(facts), atLeast);
    }

    private Condition fact(YamlNode.Scalar key, YamlNode value) {
        FactKey fact = names.fact(key, key.text());
        if (value instanceof YamlNode.Keys tests) {
            List<Condition> parts = new ArrayList<>();
            for (Map.Entry<String, YamlNode> test : tests.values().entrySet()) {
                parts.add(Operators.make(fact, tests.keys().get(test.getKey()), test.getValue(), names));
            }
            if (parts.isEmpty()) {
                throw new Mistake(value, fact.name() + " lacks an operator");
            }
            return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
        }
        String operator = value instanceof YamlNode.Scalar ? "equals" : "in";
        return Operators.make(fact, new YamlNode.Scalar(operator, value.line(), value.column()), value, names);
    }
}
