package org.openbeian.api.order;

import java.time.Instant;

/**
 * One call of a specialist to a principal (T-33 to T-37). The six digits asked for are never kept, only whether they
 * matched (T-35).
 *
 * @param at when the call was made, null in a request
 * @param specialist account of the caller, null in a request
 * @param answered whether the person answered
 * @param knowsOfFiling whether the person knows of the filing (T-34), null when not answered
 * @param lastSixMatch whether the last six characters of the ID number matched (T-35), null when not answered
 * @param dataConfirmed whether the data read out were confirmed (T-36), null when not answered
 * @param note free note, optional
 */
public record CallAttempt(Instant at, String specialist, boolean answered, Boolean knowsOfFiling,
        Boolean lastSixMatch, Boolean dataConfirmed, String note) {
}
