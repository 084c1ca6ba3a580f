package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The specialist's call by appointment: the applicant picks windows, is told the number, and is reminded. Thread-safe.
 *
 * <p>Every method throws {@link Refusal} as {@link Orders} does.
 */
@ProviderType
public interface CallAppointments {

    /** What is known of the call about an order. */
    CallPlan plan(Actor actor, String id);

    /**
     * Picks the windows for the call, in place of those picked before; possible while the order is in pre-review.
     *
     * @param starts beginnings of offered windows, 1 to {@link CallPlan#most()} of them
     * @throws Refusal INVALID {@code call-windows} with a finding for each that is not offered or is named twice
     */
    Order pick(Actor actor, String id, long version, List<Instant> starts);
}
