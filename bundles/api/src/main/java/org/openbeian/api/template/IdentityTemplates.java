package org.openbeian.api.template;

import java.util.List;
import java.util.Map;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.template.IdentityTemplate.State;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps templates of organizers and principals, has them reviewed, and copies them into orders. An account sees its own, specialists
 * see all. Every method throws {@link Refusal}: NOT_FOUND for what the actor does not see, FORBIDDEN, INVALID, WRONG_STATE, STALE when
 * {@code version} is not the present one; {@link org.openbeian.api.order.Orders#ANY_VERSION} skips that. Thread-safe.
 */
@ProviderType
public interface IdentityTemplates {

    /**
     * Makes a draft.
     *
     * @param label 1 to 100 characters
     * @param organizer data of an organizer, or null
     * @param principal data of a principal, or null; exactly one of the two is given
     * @param extra further fields of the forms by id, such as the postcode; or null
     */
    IdentityTemplate create(Actor actor, String label, Organizer organizer, Principal principal, Map<String, String> extra);

    /** Replaces the data; of whatever state, it is a draft afterwards. Refused while it is in review. */
    IdentityTemplate change(Actor actor, String id, long version, String label, Organizer organizer, Principal principal,
            Map<String, String> extra);

    /**
     * Hands a draft or a rejected template in for review, which is due after 48 hours (T-16).
     *
     * @throws Refusal INVALID {@code template-invalid} with what the rules find in the fields that were entered, such as an e-mail
     *     address that is none; what is still missing is asked for by the order that it is copied into
     */
    IdentityTemplate submit(Actor actor, String id, long version);

    /**
     * A specialist approves a template in review, or rejects it.
     *
     * @param reason why it is rejected; null when approved
     */
    IdentityTemplate decide(Actor actor, String id, long version, boolean approved, String reason);

    /** Removes a template; orders that it was copied into keep what they have. */
    void remove(Actor actor, String id, long version);

    /** A template. */
    IdentityTemplate get(Actor actor, String id);

    /**
     * Templates that the actor sees: those in review by the time at which they are due, all others newest first.
     *
     * @param state only those in this state, or null
     * @param limit how many at most, 1 to 200
     */
    List<IdentityTemplate> list(Actor actor, State state, int limit);

    /**
     * Copies an approved template into an order of the same account; what is entered there is replaced, and so are its further
     * fields by those of an organizer's template; those of a principal's fill what is empty only. The audit keeps which
     * template was used (T-24).
     *
     * @param orderVersion version of the order
     * @param pointer {@code /organizer}, {@code /organizer/principal} or {@code /services/<n>/principal}
     */
    Order apply(Actor actor, String id, String orderId, long orderVersion, String pointer);

    /**
     * Copies the data of one service of an order to others of the same kind: contents, languages, approvals, person in charge, whether
     * it is commercial, and accesses; not what a service has alone, such as name and domains.
     *
     * @param from number of the service, from 0
     * @param to numbers of those that get its data
     */
    Order copyService(Actor actor, String orderId, long orderVersion, int from, List<Integer> to);
}
