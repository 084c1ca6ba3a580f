package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.rules.Finding;

/**
 * What "verify now" found. Nothing was stored.
 *
 * @param orderId id of the order
 * @param version version of the order that was looked at
 * @param step the step that was asked for, or null for all
 * @param passes whether nothing in the step stands in the way
 * @param missing what the step still lacks
 * @param findings what the rules say of it
 * @param type which filing type fits
 */
public record Verification(String orderId, long version, String step, boolean passes, List<Requirement> missing, List<Finding> findings,
        TypeProposal type) {

    /** Copies the lists. */
    public Verification {
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }
}
