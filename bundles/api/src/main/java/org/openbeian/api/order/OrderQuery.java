package org.openbeian.api.order;

import java.util.List;

/**
 * Which orders to list, newest first. Null means any.
 *
 * @param account account of the applicant
 * @param state state
 * @param provinceId province code
 * @param waitingOnly only orders that carry the mark WAITING
 * @param after id of the last order of the page before, or null for the first page
 * @param limit how many at most, 1 to 200
 * @param ids only orders with one of these ids
 * @param proposedOnly only orders with a proposed override that waits for its approval
 */
public record OrderQuery(String account, OrderState state, String provinceId, boolean waitingOnly, String after,
        int limit, List<String> ids, boolean proposedOnly) {

    /** Orders whatever their id. */
    public OrderQuery(String account, OrderState state, String provinceId, boolean waitingOnly, String after, int limit) {
        this(account, state, provinceId, waitingOnly, after, limit, null, false);
    }

    /** The same, of one account. */
    public OrderQuery of(String owner) {
        return new OrderQuery(owner, state, provinceId, waitingOnly, after, limit, ids, proposedOnly);
    }

    /** The same, of these orders alone. */
    public OrderQuery among(List<String> orders) {
        return new OrderQuery(account, state, provinceId, waitingOnly, after, limit, orders, proposedOnly);
    }

    /** The same, but only orders with a proposed override that waits for its approval when {@code only} holds. */
    public OrderQuery proposed(boolean only) {
        return new OrderQuery(account, state, provinceId, waitingOnly, after, limit, ids, only);
    }
}
