package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Promised versus real times, from the histories of the orders (W-31). Thread-safe. */
@ProviderType
public interface ServiceLevels {

    /**
     * Measures what left a stage within a span of time.
     *
     * @param actor needs the permission READ_LEVELS
     * @param from the first instant
     * @param until the first instant that is too late, after {@code from}
     * @param byProvince whether provinces are told apart
     * @return by stage, then by province; a stage that nothing left is not there
     * @throws Refusal when the actor may not, or the span is empty
     */
    List<ServiceLevel> measure(Actor actor, Instant from, Instant until, boolean byProvince);
}
