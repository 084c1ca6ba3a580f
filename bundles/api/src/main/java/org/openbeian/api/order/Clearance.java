package org.openbeian.api.order;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Severity;

/**
 * What specialists said about one finding of the rules: that an enquiry ({@link Severity#ASK}) is cleared up, or that a finding
 * that stops the order ({@link Severity#BLOCK}) is overridden, which takes two of them. It holds for exactly what the rule saw:
 * when the data or the version of the rule is another one, the finding stands again.
 *
 * @param ruleId rule of the finding
 * @param pointer place of the finding
 * @param severity ASK or BLOCK
 * @param text what the rule found wrong
 * @param inputsHash SHA-256 over the rule's bundle, version and inputs; since inputs can be guessed, it is shown masked
 * @param reason why, or null while nobody said anything
 * @param by who cleared the enquiry or proposed the override, or null while nobody did
 * @param at when he did, or null
 * @param approvedBy who approved the override, never the same as {@code by}; null for an enquiry and before
 * @param approvedAt when he did, or null
 */
public record Clearance(String ruleId, String pointer, Severity severity, LocalizedText text, String inputsHash, String reason,
        String by, Instant at, String approvedBy, Instant approvedAt) {

    /** Whether the finding may be passed over. */
    public boolean holds() {
        return severity == Severity.BLOCK ? approvedBy != null : by != null;
    }

    /** Whether it is about a finding of this rule at this place. */
    public boolean isAbout(String rule, String place) {
        return ruleId.equals(rule) && pointer.equals(place);
    }
}
