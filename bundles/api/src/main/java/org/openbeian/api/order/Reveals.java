package org.openbeian.api.order;

import java.util.List;
import java.util.Map;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Shows masked personal data of an order to who has the right and a reason, and records it in the audit. Thread-safe. */
@ProviderType
public interface Reveals {

    /**
     * Shows fields in clear. The answer is given only when the entry of the audit is stored.
     *
     * @param actor who asks; needs the permission REVEAL_DATA and must see the order
     * @param orderId id of the order
     * @param pointers 1 to 50 JSON pointers into the order, below {@code /application} or {@code /review}; one of an object
     *        stands for all its fields
     * @param reason why, 4 to 1,000 characters
     * @return the values by pointer; fields that are empty are left out
     * @throws Refusal when the actor may not, or with one finding for each bad pointer
     */
    Map<String, String> reveal(Actor actor, String orderId, List<String> pointers, String reason);
}
