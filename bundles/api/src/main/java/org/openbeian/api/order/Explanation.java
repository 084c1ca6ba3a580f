package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.rules.Verdict;

/**
 * Why an order was judged as it was: the verdicts stored with it, newest last.
 *
 * @param orderId id of the order
 * @param verdicts the verdicts; never null
 */
public record Explanation(String orderId, List<Verdict> verdicts) {
}
