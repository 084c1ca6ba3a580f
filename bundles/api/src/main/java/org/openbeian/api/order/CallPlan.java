package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.LocalizedText;

/**
 * What an applicant knows of the specialist's call (T-33, A-99, A-100).
 *
 * @param number the number that calls, or null when the operator did not say
 * @param picked windows that were picked and in which nobody called yet, earliest first
 * @param offered windows that may be picked now, earliest first; empty while the order is not in pre-review
 * @param most how many windows may be picked
 * @param missed calls in a row that nobody answered, in this round
 * @param attempts unanswered calls in a row after which the order is returned, unless picked windows are still to come
 * @param next when the next call is to be expected, or null when no time is agreed or no call is due
 * @param then what happens next and when
 */
public record CallPlan(String number, List<CallWindow> picked, List<CallWindow> offered, int most, int missed, int attempts,
        Instant next, LocalizedText then) {
}
