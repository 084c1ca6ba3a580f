package org.openbeian.core.order;

import java.util.List;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.OrderEvent;

/** What an order's history says of objections to its filing type. */
final class TypeObjections {

    static final String ACCEPTED = "accepted";

    private TypeObjections() {
    }

    /** Whether somebody objected and nobody decided since. */
    static boolean isOpen(List<HistoryEntry> history) {
        return last(history) != null && last(history).event() == OrderEvent.TYPE_OBJECTED;
    }

    /** Whether the last decision let the order keep its type. */
    static boolean isAccepted(List<HistoryEntry> history) {
        HistoryEntry last = last(history);
        return last != null && last.event() == OrderEvent.TYPE_DECIDED && "true".equals(last.details().get(ACCEPTED));
    }

    private static HistoryEntry last(List<HistoryEntry> history) {
        return history.stream().filter(entry -> entry.event() == OrderEvent.TYPE_OBJECTED || entry.event() == OrderEvent.TYPE_DECIDED)
            .reduce((earlier, later) -> later).orElse(null);
    }
}
