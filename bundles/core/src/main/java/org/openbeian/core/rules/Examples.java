package org.openbeian.core.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.fact.Values;

/**
 * Runs the examples that a rule brings: at least one that passes and one that fails. An example of kind {@code skip}
 * shows a case to which the rule does not apply.
 */
final class Examples {

    private final LocalDate today;

    Examples(LocalDate today) {
        this.today = today;
    }

    /** How many examples the rules of a file bring. */
    static int count(YamlNode.Keys file) {
        int count = 0;
        if (file.values().get("rules") instanceof YamlNode.Items rules) {
            for (YamlNode rule : rules.items()) {
                count += rule instanceof YamlNode.Keys keys
                    && keys.values().get("examples") instanceof YamlNode.Items examples ? examples.items().size() : 0;
            }
        }
        return count;
    }

    void run(Rule rule, Section section, Names names) {
        int passed = 0;
        int failed = 0;
        List<YamlNode> examples = section.items("examples");
        for (YamlNode node : examples) {
            Section example = Section.of(node, "an example", "pass", "fail", "skip");
            if (example.all().size() != 1) {
                throw new Mistake(node, "expected one of pass, fail, skip in an example");
            }
            String kind = example.all().keySet().iterator().next();
            run(rule, kind, example.get(kind), names);
            passed += kind.equals("pass") ? 1 : 0;
            failed += kind.equals("fail") ? 1 : 0;
        }
        if (passed == 0 || failed == 0) {
            YamlNode at = section.find("examples").orElse(section.node());
            throw new Mistake(at, "rule " + rule.id() + " needs at least one example that passes and one that fails");
        }
    }

    private void run(Rule rule, String kind, YamlNode node, Names names) {
        Values values = values(rule, node, names);
        Truth applies = rule.applies(values);
        Truth holds = rule.holds(values);
        boolean right = switch (kind) {
            case "pass" -> applies == Truth.TRUE && holds == Truth.TRUE;
            case "fail" -> applies == Truth.TRUE && holds == Truth.FALSE;
            default -> applies != Truth.TRUE || holds == Truth.UNDECIDED;
        };
        if (!right) {
            throw new Mistake(node, "rule " + rule.id() + ": example of kind " + kind + " does not " + kind
                + " (when is " + applies + ", require is " + holds + ")");
        }
    }

    private Values values(Rule rule, YamlNode node, Names names) {
        Section section = Section.open(node, "an example");
        Map<FactKey, Object> values = new HashMap<>();
        section.node().keys().values().forEach(key -> {
            FactKey fact = names.fact(key, key.text());
            if (!rule.names(fact) && !fact.name().equals("filing.date")) {
                throw new Mistake(key, "rule " + rule.id() + " does not ask for " + fact.name());
            }
            values.put(fact, FactValues.parse(fact, section.get(key.text())));
        });
        LocalDate day = values.entrySet().stream().filter(e -> e.getKey().name().equals("filing.date"))
            .map(e -> (LocalDate) e.getValue()).findFirst().orElse(today);
        return new Given(values, day);
    }

    private record Given(Map<FactKey, Object> values, LocalDate today) implements Values {
        @Override
        public Object value(FactKey key) {
            return values.get(key);
        }
    }
}
