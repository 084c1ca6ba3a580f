package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * The reasons for which an order may be returned (T-37): those of specialists, and the rules that concern the order.
 *
 * @param version version of the specialists' reasons
 * @param ruleBook the rule bundles in force for the order's province, each with its version; null when none is there
 * @param reasons the reasons, the specialists' first
 */
public record ReasonCatalogue(String version, String ruleBook, List<ReasonEntry> reasons) {

    /** Copies the list. */
    public ReasonCatalogue {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason.
     *
     * @param code what a {@link ReturnReason} names
     * @param rule whether it is a rule, rather than a specialist's reason
     * @param text what is wrong; null when the specialist has to say it
     * @param mend how to repair it, or null
     */
    public record ReasonEntry(String code, boolean rule, LocalizedText text, LocalizedText mend) {
    }
}
