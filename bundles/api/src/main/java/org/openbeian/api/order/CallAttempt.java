package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;

/**
 * One call of a specialist to a principal (T-33 to T-37). The six digits asked for are never kept, only whether they
 * matched (T-35).
 *
 * @param at when the call was made, null in a request
 * @param specialist account of the caller, null in a request
 * @param answered whether the person answered
 * @param knowsOfFiling whether the person knows of the filing (T-34), null when not answered
 * @param lastSixMatch whether the last six characters of the ID number matched (T-35), null when not answered
 * @param dataConfirmed whether the data read out were confirmed (T-36), null when not answered; in a request also null with items
 * @param note free note, optional
 * @param items each item of the checklist with its result; empty when not answered. In a request {@code dataConfirmed} alone stands
 *     for a checklist of which every item matched
 * @param told whether the person was told what is wrong (T-37); null when nothing is
 * @param understood whether the person understood it; null when nothing was told
 */
public record CallAttempt(Instant at, String specialist, boolean answered, Boolean knowsOfFiling, Boolean lastSixMatch,
        Boolean dataConfirmed, String note, List<CheckedItem> items, Boolean told, Boolean understood) {

    /** Copies the list; a null one becomes empty. */
    public CallAttempt {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** A call without a checklist. */
    public CallAttempt(Instant at, String specialist, boolean answered, Boolean knowsOfFiling, Boolean lastSixMatch,
            Boolean dataConfirmed, String note) {
        this(at, specialist, answered, knowsOfFiling, lastSixMatch, dataConfirmed, note, List.of(), null, null);
    }

    /** Whether the person confirmed everything. */
    public boolean isGood() {
        return answered && Boolean.TRUE.equals(knowsOfFiling) && Boolean.TRUE.equals(lastSixMatch)
            && Boolean.TRUE.equals(dataConfirmed);
    }
}
