package org.openbeian.api.register;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The register (备案库) for people: applicants see what their own orders brought, sub-accounts what the orders did that were
 * delegated to them, staff sees all. Thread-safe.
 */
@ProviderType
public interface Register {

    /** The longest page. */
    int MOST = 200;

    /**
     * The organizers that match and that the actor may see, by number.
     *
     * @throws Refusal with all that is wrong about the query
     */
    List<RegisterSummary> find(Actor actor, RegisterQuery query);

    /**
     * One organizer with its services, in clear.
     *
     * @param number filing number of the organizer
     * @throws Refusal NOT_FOUND when there is none that the actor may see
     */
    RegisterRecord get(Actor actor, String number);

    /**
     * Prepares to hand the whole register out in clear, by number, and keeps in the audit who does and why. What was erased is
     * left out.
     *
     * @param actor needs the permission MOVE_REGISTER
     * @param reason why, 4 to 1,000 characters
     * @return hands out one entry after the other and tells how many there were
     * @throws Refusal when the actor may not or says no reason
     */
    ToLongFunction<Consumer<RegisterRecord>> export(Actor actor, String reason);
}
