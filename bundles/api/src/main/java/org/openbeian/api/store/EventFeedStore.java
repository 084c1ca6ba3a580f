package org.openbeian.api.store;

import java.util.Collection;
import java.util.List;
import org.openbeian.api.order.HistoryEntry;
import org.osgi.annotation.versioning.ProviderType;

/** The history of all orders as one sequence in which nothing appears behind what was read already. Thread-safe. */
@ProviderType
public interface EventFeedStore {

    /**
     * A place in the sequence.
     *
     * @param transaction number of the transaction
     * @param orderId order within it
     * @param no number of the entry in its order
     */
    record Position(long transaction, String orderId, int no) {

        /** Before the first entry. */
        public static final Position START = new Position(-1, "", 0);
    }

    /**
     * An entry at its place.
     *
     * @param position its place
     * @param account account of the order's applicant
     * @param entry the entry
     */
    record Row(Position position, String account, HistoryEntry entry) {
    }

    /**
     * Entries, and where to go on.
     *
     * @param rows the entries, in their sequence
     * @param next where the next batch begins
     */
    record Batch(List<Row> rows, Position next) {
    }

    /** Names the sequence; another one after a backup was restored, to which positions of the old one mean nothing. */
    String epoch();

    /** The place behind everything that is there. */
    Position end();

    /**
     * Entries after a place.
     *
     * @param account only orders of this account, or null
     * @param orders only these orders, or null
     */
    Batch read(String account, Collection<String> orders, Position after, int limit);
}
