package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds handed-in orders by the exact number of a certificate or phone of a person or unit in them. The numbers are encrypted;
 * orders are found by keyed marks, which are renewed at each submission. Who searched and why is kept in the audit, what was
 * searched for is not. Thread-safe.
 */
@ProviderType
public interface PersonSearch {

    /** The longest answer, in orders. */
    int MOST = 200;

    /**
     * The newest orders that name the number, at most {@value #MOST}. The answer is given only when the entry of the audit is
     * stored.
     *
     * @param actor who asks; needs the permission REVEAL_DATA
     * @param kind PHONE or CERTIFICATE_NUMBER
     * @param number the number in any usual spelling, at most 60 characters
     * @param reason why, 4 to 1,000 characters
     * @throws Refusal when the actor may not, or with what is wrong about number or reason
     */
    List<OrderSummary> find(Actor actor, BlindIndex.Kind kind, String number, String reason);
}
