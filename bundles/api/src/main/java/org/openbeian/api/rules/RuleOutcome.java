package org.openbeian.api.rules;

import java.util.Map;

/**
 * What one rule said about one part of an order, passed or not, kept so that it can be explained years later.
 *
 * @param ruleId id of the rule
 * @param pointer JSON pointer of the part it looked at
 * @param passed whether its requirement held
 * @param decidedBy the branch of the requirement that decided, such as {@code principal.idCard.province equals 620000}
 * @param inputs the facts it used, by name, as text; may hold personal data, so it is stored protected and shown masked
 * @param source where the rule comes from
 * @param bundle symbolic name of the bundle that brought the rule
 * @param bundleVersion version of that bundle
 */
public record RuleOutcome(String ruleId, String pointer, boolean passed, String decidedBy, Map<String, String> inputs,
        RuleSource source, String bundle, String bundleVersion) {

    /** Copies the map; null becomes empty. */
    public RuleOutcome {
        inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
    }

    /** Names the rule and its result only; the inputs may be personal data. */
    @Override
    public String toString() {
        return "RuleOutcome[" + ruleId + " " + (passed ? "passed" : "failed") + " at " + pointer + "]";
    }
}
