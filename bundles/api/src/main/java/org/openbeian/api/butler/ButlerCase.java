package org.openbeian.api.butler;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An applicant's order for the butler's service beside one filing (T-111). Immutable.
 *
 * @param id id of the case
 * @param version counts the changes; 1 when new
 * @param orderId the filing that it is about
 * @param account account that asked for it
 * @param items what was ordered, such as {@code icp.first} and {@code psb}, each with its price in CNY as it was then
 * @param state where it stands
 * @param butler account of the butler, or null before the assignment
 * @param handOvers what the applicant handed over; never null
 * @param createdAt when it was asked for
 */
public record ButlerCase(String id, long version, String orderId, String account,
        Map<String, BigDecimal> items, State state, String butler, List<MaterialHandOver> handOvers, Instant createdAt) {

    /** Where a case stands. */
    public enum State {
        /** Asked for; nothing is charged yet. */
        REQUESTED,
        /** A butler works on it; it is charged. */
        ASSIGNED,
        /** The butler is done. */
        COMPLETED,
        /** Given up before a butler was assigned. */
        CANCELLED
    }

    /**
     * Something handed over for this case alone (T-118).
     *
     * @param at when
     * @param note what the applicant wrote; personal data
     * @param materials ids of materials of the order that it is about; never null
     */
    public record MaterialHandOver(Instant at, String note, List<String> materials) {

        /** Copies the list; null becomes empty. */
        public MaterialHandOver {
            materials = materials == null ? List.of() : List.copyOf(materials);
        }

        /** Leaves the note out. */
        @Override
        public String toString() {
            return "MaterialHandOver[" + at + "]";
        }
    }

    /** Copies the collections; null ones become empty. */
    public ButlerCase {
        items = items == null ? Map.of() : Map.copyOf(items);
        handOvers = handOvers == null ? List.of() : List.copyOf(handOvers);
    }

    /** What all items cost together, in CNY (T-113). */
    public BigDecimal price() {
        return items.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** This case one version later, in a state, with a butler and what was handed over. */
    public ButlerCase next(State newState, String newButler, List<MaterialHandOver> newHandOvers) {
        return new ButlerCase(id, version + 1, orderId, account, items, newState, newButler, newHandOvers, createdAt);
    }

    /** Names id and state only. */
    @Override
    public String toString() {
        return "ButlerCase[" + id + " v" + version + " " + state + "]";
    }
}
