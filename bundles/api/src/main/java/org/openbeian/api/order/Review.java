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
 * @param windows windows that the applicant picked for the call and in which nobody called yet, earliest first; never null
 * @param faces face verifications, one per person; never null
 */
public record Review(Instant firstSubmittedAt, Instant submittedAt, String claimedBy, List<CallAttempt> calls,
        List<ReturnReason> reasons, List<Clearance> clearances, List<CallWindow> windows, List<FaceCheck> faces) {

    /** The review of an order that was never submitted. */
    public static final Review NONE = new Review(null, null, null, List.of(), List.of(), List.of(), List.of());

    /** Copies the lists; null ones become empty. */
    public Review {
        calls = calls == null ? List.of() : List.copyOf(calls);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        clearances = clearances == null ? List.of() : List.copyOf(clearances);
        windows = windows == null ? List.of() : List.copyOf(windows);
        faces = faces == null ? List.of() : List.copyOf(faces);
    }

    /** A review without face verifications. */
    public Review(Instant firstSubmittedAt, Instant submittedAt, String claimedBy, List<CallAttempt> calls,
            List<ReturnReason> reasons, List<Clearance> clearances, List<CallWindow> windows) {
        this(firstSubmittedAt, submittedAt, claimedBy, calls, reasons, clearances, windows, List.of());
    }

    /** This review with other face verifications. */
    public Review withFaces(List<FaceCheck> newFaces) {
        return new Review(firstSubmittedAt, submittedAt, claimedBy, calls, reasons, clearances, windows, newFaces);
    }

    /** This review held by a specialist, or by nobody when null. */
    public Review heldBy(String account) {
        return new Review(firstSubmittedAt, submittedAt, account, calls, reasons, clearances, windows, faces);
    }

    /** This review returned for some reasons, held by nobody and without an appointment. */
    public Review returned(List<ReturnReason> newReasons) {
        return new Review(firstSubmittedAt, submittedAt, null, calls, newReasons, clearances, List.of(), faces);
    }

    /** This review with other calls. */
    public Review withCalls(List<CallAttempt> newCalls) {
        return new Review(firstSubmittedAt, submittedAt, claimedBy, newCalls, reasons, clearances, windows, faces);
    }

    /** This review with other clearances. */
    public Review withClearances(List<Clearance> newClearances) {
        return new Review(firstSubmittedAt, submittedAt, claimedBy, calls, reasons, newClearances, windows, faces);
    }

    /** This review with other windows for the call. */
    public Review withWindows(List<CallWindow> newWindows) {
        return new Review(firstSubmittedAt, submittedAt, claimedBy, calls, reasons, clearances, newWindows, faces);
    }

    /**
     * How many more calls must be missed until the order is returned.
     *
     * @param attempts missed calls in a row after which it is, unless picked windows are still to come
     */
    public int missesLeft(int attempts) {
        return Math.max(1, Math.max(attempts - missedInARow(), windows.size()));
    }

    /** How many calls in a row, up to the last one of this round, nobody answered. */
    public int missedInARow() {
        int missed = 0;
        for (int i = calls.size() - 1; i >= 0 && !calls.get(i).answered(); i--) {
            missed++;
        }
        return missed;
    }
}
