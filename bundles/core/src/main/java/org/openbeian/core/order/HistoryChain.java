package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;

/**
 * The hash chain of an order's history: each entry's hash is the SHA-256 of all its other components, the hash before
 * among them.
 */
final class HistoryChain {

    private HistoryChain() {
    }

    /**
     * The next entry.
     *
     * @param last the entry before, or null for the first
     */
    static HistoryEntry next(HistoryEntry last, String orderId, Instant at, String actor, OrderEvent event, OrderState from,
            OrderState to, String reason, Map<String, String> details) {
        HistoryEntry open = new HistoryEntry(orderId, last == null ? 1 : last.no() + 1, at, actor, event, from, to, reason,
            details, last == null ? ChainHash.START : last.hash(), null);
        return new HistoryEntry(orderId, open.no(), at, actor, event, from, to, reason, details, open.previousHash(), hash(open));
    }

    /** What breaks the chain first, or empty when a whole history holds. */
    static Optional<String> verify(List<HistoryEntry> history) {
        String previous = ChainHash.START;
        int no = 1;
        for (HistoryEntry entry : history) {
            if (entry.no() != no) {
                return Optional.of("entry " + no + " is missing");
            }
            if (!entry.previousHash().equals(previous)) {
                return Optional.of("entry " + no + " does not follow the one before");
            }
            if (!entry.hash().equals(hash(entry))) {
                return Optional.of("entry " + no + " was changed");
            }
            previous = entry.hash();
            no++;
        }
        return Optional.empty();
    }

    private static String hash(HistoryEntry entry) {
        return new ChainHash().add(entry.orderId()).add(entry.no()).add(entry.at()).add(entry.actor()).add(entry.event())
            .add(entry.from()).add(entry.to()).add(entry.reason()).addAll(entry.details()).add(entry.previousHash()).hex();
    }
}
