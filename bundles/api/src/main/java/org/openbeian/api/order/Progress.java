package org.openbeian.api.order;

import java.time.Instant;

/**
 * Where an order stands and since when.
 *
 * @param state the state
 * @param waiting the mark WAITING, or null
 * @param round number of the submission round, 0 before the first submission
 * @param since when the state was entered
 * @param due when the present stage ought to be over, or null when nothing is promised
 */
public record Progress(OrderState state, Waiting waiting, int round, Instant since, Instant due) {
}
