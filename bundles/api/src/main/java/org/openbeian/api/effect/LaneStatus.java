package org.openbeian.api.effect;

import java.time.Instant;

/**
 * A lane as the operator sees it.
 *
 * @param name name of the lane
 * @param pausedReason why it is paused, or null when it runs
 * @param open effects that wait
 * @param gaveUp effects that gave up
 * @param oldest creation of the oldest open effect, or null
 */
public record LaneStatus(String name, String pausedReason, long open, long gaveUp, Instant oldest) {
}
