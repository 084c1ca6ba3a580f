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
 */
public record OrderQuery(String account, OrderState state, String provinceId, boolean waitingOnly, String after,
        int limit, List<String> ids) {

    /** Orders whatever their id. */
    public OrderQuery(String account, OrderState state, String provinceId, boolean waitingOnly, String after, int limit) {
        this(account, state, provinceId, waitingOnly, after, limit, null);
    }
}
