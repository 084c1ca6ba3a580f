package org.openbeian.api.order;

import java.time.Instant;

/**
 * The authority side of an order's present round.
 *
 * @param submissionNo number of this round's submission, from which the ids on the regulator's interface are made; 0
 *     before the first hand-over, never used twice
 * @param acceptedAt when the authority's interface took the upload, or null
 * @param smsDue until when the SMS code must be entered (T-41), or null
 * @param resultsFetchedAt when result files were last fetched completely from this authority after {@code smsDue}, or
 *     null; an expired verification is never uploaded again before that
 * @param opinion opinion or error text of the authority, or null
 * @param authorityId authority whose upload account the submission takes, or null when it is that of the order's province; it
 *     stays until the order is passed anew, whatever becomes of the table of routes
 */
public record Handover(long submissionNo, Instant acceptedAt, Instant smsDue, Instant resultsFetchedAt,
        String opinion, String authorityId) {

    /** No hand-over yet. */
    public static final Handover NONE = new Handover(0, null, null, null, null, null);

    /** This side with another opinion. */
    public Handover withOpinion(String newOpinion) {
        return new Handover(submissionNo, acceptedAt, smsDue, resultsFetchedAt, newOpinion, authorityId);
    }
}
