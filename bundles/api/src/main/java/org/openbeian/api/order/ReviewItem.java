package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * An order in the specialists' queue.
 *
 * @param order the order
 * @param claimedBy account of the specialist who holds it, or null
 * @param round number of the submission round
 * @param calls calls of this round
 * @param missed calls in a row that nobody answered
 * @param nextCall when the next call is to be made, or null when no time is agreed
 * @param promise how the promised time stands (W-06)
 * @param breach when the promise is broken
 * @param risk weight of the risks
 * @param risks why it needs a closer look
 */
public record ReviewItem(OrderSummary order, String claimedBy, int round, int calls, int missed, Instant nextCall, Promise promise,
        Instant breach, int risk, List<ReviewRisk> risks) {

    /** Copies the list. */
    public ReviewItem {
        risks = List.copyOf(risks);
    }

    /** How a promised time stands. */
    public enum Promise {
        /** There is time left. */
        KEPT,
        /** The promised time is over: it comes next. */
        WARNED,
        /** It took far longer than promised. */
        BROKEN
    }
}
