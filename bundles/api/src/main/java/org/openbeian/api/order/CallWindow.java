package org.openbeian.api.order;

import java.time.Instant;

/**
 * A span of time in which a specialist calls.
 *
 * @param from its beginning
 * @param to its end
 */
public record CallWindow(Instant from, Instant to) {
}
