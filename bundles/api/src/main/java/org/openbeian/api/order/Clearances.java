package org.openbeian.api.order;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What specialists say about findings: enquiries are cleared up by one of them during the pre-review, findings that stop an
 * order are overridden by two of them while it is with its applicant. Neither by whose order it is or who helped to fill it in.
 * Each command is one transaction with an entry in the order's history and one in the audit. Thread-safe.
 *
 * <p>Every method takes the rule and the JSON pointer of a finding, and throws {@link Refusal} as {@link Orders} does; also
 * NOT_FOUND when no such finding stands against the order.
 */
@ProviderType
public interface Clearances {

    /**
     * Clears up an enquiry of an order in pre-review; while one is open, the order cannot be passed.
     *
     * @param reason what was found out
     */
    Order clear(Actor actor, String id, long version, String rule, String pointer, String reason);

    /**
     * Proposes to override a finding that stops an order which its applicant can still edit.
     *
     * @param reason why the order may go on all the same
     * @throws Refusal INVALID {@code finding-hard} when nobody may override it, {@code finding-not-overridable} when it is no
     *     judgement of a rule but something that is missing
     */
    Order propose(Actor actor, String id, long version, String rule, String pointer, String reason);

    /**
     * Approves an override that another proposed; from now on the finding is a warning.
     *
     * @throws Refusal FORBIDDEN {@code own-proposal} for who proposed it; WRONG_STATE {@code override-outdated} when what the rule
     *     looks at changed since
     */
    Order approve(Actor actor, String id, long version, String rule, String pointer);

    /**
     * Takes back or turns down an override; the finding stops the order again.
     *
     * @param reason why
     */
    Order revoke(Actor actor, String id, long version, String rule, String pointer, String reason);
}
