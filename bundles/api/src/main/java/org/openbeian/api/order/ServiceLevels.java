package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Promised versus real times, from the histories of the orders and their messages (W-31). Thread-safe. */
@ProviderType
public interface ServiceLevels {

    /**
     * Measures what left a stage within a span of time.
     *
     * @param actor needs the permission READ_LEVELS
     * @param from the first instant
     * @param until the first instant that is too late, after {@code from}
     * @param stages which stages are looked at; messages are many, so that a look at them takes longest
     * @param apart what is told apart; empty for one figure a stage
     * @return by stage, then by province, then by channel; a stage that nothing left is not there
     * @throws Refusal when the actor may not, or the span is empty
     */
    List<ServiceLevel> measure(Actor actor, Instant from, Instant until, Set<Stage> stages, Set<Split> apart);
}
