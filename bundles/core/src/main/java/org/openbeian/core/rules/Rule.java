package org.openbeian.core.rules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fact.FactKey;
import org.openbeian.core.fact.Part;
import org.openbeian.core.fact.Scope;
import org.openbeian.core.fact.Values;

/** A compiled rule, or a required field, which is a rule too. Immutable and thread-safe. */
final class Rule {

    private final RuleText text;
    private final Validity validity;
    private final Scope scope;
    private final Condition when;
    private final Condition require;
    private final FactKey field;
    private final FactKey[] inputs;
    private final Kind kind;

    Rule(RuleText text, Validity validity, Scope scope, Condition when, Condition require, FactKey field, Kind kind) {
        this.text = text;
        this.validity = validity;
        this.scope = scope;
        this.when = when;
        this.require = require;
        this.field = field;
        this.kind = kind;
        Set<FactKey> facts = new LinkedHashSet<>();
        if (when != null) {
            when.facts(facts::add);
        }
        require.facts(facts::add);
        this.inputs = facts.toArray(FactKey[]::new);
    }

    /** What it was written as. */
    enum Kind {
        RULE, LIMIT,
        /** A field that must be entered before submission. */
        FIELD,
        /** The form of an extra field. */
        FORM
    }

    /**
     * What a rule says of itself.
     *
     * @param hard whether no specialist may override it
     * @param replaces ids of national rules that it stands in for
     */
    record RuleText(String id, Severity severity, boolean hard, TextTemplate text, TextTemplate mend, RuleSource source,
            Set<String> replaces, Origin origin) {
    }

    /** This rule as it weighs in a province that says so. */
    Rule weighing(Severity severity, Validity validity, RuleSource says, Origin origin) {
        RuleSource source = new RuleSource(text.source().document() + "; " + says.document(),
            text.source().date() + "; " + says.date(), says.quote(),
            says.law() == null ? text.source().law() : says.law());
        return new Rule(new RuleText(text.id(), severity, text.hard(), text.text(), text.mend(), source, Set.of(), origin),
            validity, scope, when, require, field, kind);
    }

    String id() {
        return text.id();
    }

    Set<String> replaces() {
        return text.replaces();
    }

    Validity validity() {
        return validity;
    }

    Scope scope() {
        return scope;
    }

    /** When it applies; null for always. */
    Condition when() {
        return when;
    }

    /** What it says of itself. */
    RuleText text() {
        return text;
    }

    boolean isRequiredField() {
        return kind == Kind.FIELD;
    }

    Kind kind() {
        return kind;
    }

    boolean names(FactKey fact) {
        return List.of(inputs).contains(fact);
    }

    /** Whether the rule applies. */
    Truth applies(Values values) {
        return when == null ? Truth.TRUE : when.test(values);
    }

    /** Whether its requirement holds. */
    Truth holds(Values values) {
        return require.test(values);
    }

    /** Judges one thing; adds an outcome when the rule applies and can be decided, a finding when it fails. */
    void judge(Part part, List<Finding> findings, Outcomes outcomes) {
        if (when != null && when.test(part) != Truth.TRUE) {
            return;
        }
        Truth truth = require.test(part);
        if (truth == Truth.UNDECIDED) {
            return;
        }
        boolean passed = truth == Truth.TRUE;
        if (!passed) {
            findings.add(finding(part, part.pointer(field)));
        }
        outcomes.add(this, part, passed);
    }

    /** Explains what the rule said about a part. */
    RuleOutcome outcome(Part part, boolean passed) {
        return new RuleOutcome(text.id(), part.pointer(field), passed, require.decidedBy(part), inputs(part),
            text.source(), text.origin().bundle(), text.origin().version());
    }

    /** The finding for a part on which the rule fails, or null. */
    Finding check(Part part) {
        boolean fails = applies(part) == Truth.TRUE && holds(part) == Truth.FALSE;
        return fails ? finding(part, part.pointer(field)) : null;
    }

    private Finding finding(Part part, String pointer) {
        return new Finding(text.id(), text.severity(), pointer, text.text().fill(part), text.mend().fill(part),
            text.source(), text.origin().bundle(), text.origin().version(), text.hard());
    }

    private Map<String, String> inputs(Values values) {
        if (inputs.length == 1) {
            Object value = values.value(inputs[0]);
            return value == null ? Map.of() : Map.of(inputs[0].name(), FactValues.show(value));
        }
        Map<String, String> texts = new HashMap<>();
        for (FactKey input : inputs) {
            Object value = values.value(input);
            if (value != null) {
                texts.put(input.name(), FactValues.show(value));
            }
        }
        return texts;
    }
}
