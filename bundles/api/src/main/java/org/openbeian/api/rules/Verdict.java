package org.openbeian.api.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What all rules that apply said about an order at one moment.
 *
 * @param at when it was judged
 * @param ruleBook identity of the rule book: bundles and versions that took part
 * @param findings findings of rules that failed, of plugins that failed included; never null
 * @param outcomes every rule that applied, with its inputs; never null
 */
public record Verdict(Instant at, String ruleBook, List<Finding> findings, List<RuleOutcome> outcomes) {

    /** Copies the findings; the outcomes, which may be told only when they are asked for, must not change. */
    public Verdict {
        findings = List.copyOf(findings);
        outcomes = Collections.unmodifiableList(outcomes);
    }

    /** Whether a finding stops the order. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(Finding::isBlocking);
    }
}
