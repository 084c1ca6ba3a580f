package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.rules.Finding;

/**
 * What an order still needs at this moment.
 *
 * @param orderId id of the order
 * @param version version of the order this answer is about
 * @param complete whether nothing blocks the submission as far as the order's own data go
 * @param missing what is missing now, due later or overdue; never null
 * @param findings findings of the rules on what has been entered so far; never null
 */
public record Requirements(String orderId, long version, boolean complete, List<Requirement> missing,
        List<Finding> findings) {
}
