package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.rules.Verdict;

/**
 * Why an order was judged as it was: the verdicts stored with it, newest last, and what specialists said about findings.
 *
 * @param orderId id of the order
 * @param verdicts the verdicts, as the rules gave them; never null
 * @param clearances enquiries that were cleared up or are open, and overrides; never null
 */
public record Explanation(String orderId, List<Verdict> verdicts, List<Clearance> clearances) {
}
