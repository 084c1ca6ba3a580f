package org.openbeian.store.jdbc;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;

/**
 * Orders as last committed here, so that the next step of an order need not read and decode it again. Used only by one who
 * holds the row and has seen its version, so another node's change is never missed. Entries are forgotten after a minute,
 * which also bounds how long personal data stays in memory. Thread-safe.
 */
final class RecentOrders {

    private static final int MOST = 500;
    private static final long KEPT_NANOS = 60_000_000_000L;

    private final Map<String, Recent> orders = new LinkedHashMap<>(64, 0.75f, false) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recent> eldest) {
            return size() > MOST;
        }
    };

    /**
     * An order and its last history entry.
     *
     * @param order the order
     * @param last its last entry
     * @param nanos when it was committed, by the system's nano time
     */
    record Recent(Order order, HistoryEntry last, long nanos) {

        private boolean isOld() {
            return System.nanoTime() - nanos > KEPT_NANOS;
        }
    }

    /** Remembers an order that was committed. */
    synchronized void put(Order order, HistoryEntry last) {
        Iterator<Recent> oldest = orders.values().iterator();
        while (oldest.hasNext() && oldest.next().isOld()) {
            oldest.remove();
        }
        orders.remove(order.id());
        orders.put(order.id(), new Recent(order, last, System.nanoTime()));
    }

    /** The order in exactly this version, if it is remembered. */
    synchronized Optional<Recent> find(String id, long version) {
        Recent recent = orders.get(id);
        return recent == null || recent.isOld() || recent.order().version() != version ? Optional.empty() : Optional.of(recent);
    }
}
