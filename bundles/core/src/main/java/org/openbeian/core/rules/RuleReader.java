package org.openbeian.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.fact.Scope;

/** Compiles the rules of a file. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,78}[a-z0-9]");
    private static final String[] RULE_KEYS = {"id", "when", "require", "severity", "hard", "field", "text", "mend", "source",
        "validFrom", "validTo", "types", "replaces", "examples"};
    private final Names names;
    private final Sources sources;
    private final Origin origin;
    private final Set<FilingType> types;
    private final ConditionReader conditions;
    private final Examples examples;

    RuleReader(Names names, Sources sources, Origin origin, Set<FilingType> types, Examples examples) {
        this.names = names;
        this.sources = sources;
        this.origin = origin;
        this.types = types;
        this.conditions = new ConditionReader(names);
        this.examples = examples;
    }

    /** Compiles a rule and runs its examples. */
    Rule rule(YamlNode node) {
        Section section = Section.of(node, "a rule", RULE_KEYS);
        String id = id(section, "id");
        Condition when = section.find("when").map(n -> conditions.read(n, "when")).orElse(null);
        Condition require = conditions.read(section.get("require"), "require");
        TextTemplate text = TextTemplate.read(section, "text", names);
        TextTemplate mend = TextTemplate.read(section, "mend", names);
        FactKey field = section.find("field").map(n -> names.fact(n, section.text("field"))).orElse(firstOf(require));
        Rule.RuleText words = new Rule.RuleText(id, section.word("severity", Severity.class, Severity.BLOCK),
            section.flag("hard", false), text, mend, sources.read(section, "source"), Set.copyOf(section.texts("replaces")), origin);
        List<FactKey> asked = new ArrayList<>(text.facts());
        asked.addAll(mend.facts());
        asked.add(field);
        Rule rule = new Rule(words, Validity.read(section, types), scope(section.node(), when, require, asked), when,
            require, field, Rule.Kind.RULE);
        examples.run(rule, section, names);
        return rule;
    }

    static String id(Section section, String key) {
        String id = section.text(key);
        if (!ID.matcher(id).matches()) {
            throw new Mistake(section.get(key), key + " \"" + id
                + "\": expected lower-case letters, digits, hyphens and dots, 3 to 80 characters");
        }
        return id;
    }

    private static FactKey firstOf(Condition condition) {
        List<FactKey> facts = new ArrayList<>();
        condition.facts(facts::add);
        return facts.get(0);
    }

    static Scope scope(YamlNode at, Condition when, Condition require, List<FactKey> others) {
        List<FactKey> facts = new ArrayList<>(others);
        if (when != null) {
            when.facts(facts::add);
        }
        if (require != null) {
            require.facts(facts::add);
        }
        Scope scope = Scope.ORDER;
        for (FactKey fact : facts) {
            Scope narrower = scope.with(fact.scope());
            if (narrower == null) {
                throw new Mistake(at, fact.name() + " cannot stand beside facts of each " + scope
                    + "; expected facts of one thing and of what is around it");
            }
            scope = narrower;
        }
        return scope;
    }
}
