package org.openbeian.api.order;

import java.time.Instant;

/**
 * Which orders in pre-review to list.
 *
 * @param riskFirst whether those with the greater risk come first; otherwise those that are due first
 * @param provinceId only orders of this province, or null
 * @param claimedBy only orders that this specialist holds, or null
 * @param after where the page before ended, or null for the first page
 * @param limit how many at most, 1 to 200
 */
public record ReviewQuery(boolean riskFirst, String provinceId, String claimedBy, Position after, int limit) {

    /**
     * A place in the queue.
     *
     * @param due when the order there is due
     * @param risk its weight
     * @param id its id
     */
    public record Position(Instant due, int risk, String id) {
    }
}
