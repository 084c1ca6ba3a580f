package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * The pre-review side of an order.
 *
 * @param firstSubmittedAt first submission, from which compensation counts (W-12); null before
 * @param submittedAt latest submission, on whose date the rules are judged; null before
 * @param claimedBy account of the specialist who holds the order, or null
 * @param calls calls of the present round; never null
 * @param reasons reasons of the latest return; never null
 * @param clearances enquiries of the latest submission and overrides, with what specialists said; never null
 */
public record Review(Instant firstSubmittedAt, Instant submittedAt, String claimedBy, List<CallAttempt> calls,
        List<ReturnReason> reasons, List<Clearance> clearances) {

    /** The review of an order that was never submitted. */
    public static final Review NONE = new Review(null, null, null, List.of(), List.of(), List.of());

    /** Copies the lists; null ones become empty. */
    public Review {
        calls = calls == null ? List.of() : List.copyOf(calls);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        clearances = clearances == null ? List.of() : List.copyOf(clearances);
    }

    /** This review held by a specialist, or by nobody when null. */
    public Review heldBy(String account) {
        return new Review(firstSubmittedAt, submittedAt, account, calls, reasons, clearances);
    }

    /** This review returned for some reasons, and held by nobody. */
    public Review returned(List<ReturnReason> newReasons) {
        return new Review(firstSubmittedAt, submittedAt, null, calls, newReasons, clearances);
    }

    /** This review with other calls. */
    public Review withCalls(List<CallAttempt> newCalls) {
        return new Review(firstSubmittedAt, submittedAt, claimedBy, newCalls, reasons, clearances);
    }

    /** This review with other clearances. */
    public Review withClearances(List<Clearance> newClearances) {
        return new Review(firstSubmittedAt, submittedAt, claimedBy, calls, reasons, newClearances);
    }
}
