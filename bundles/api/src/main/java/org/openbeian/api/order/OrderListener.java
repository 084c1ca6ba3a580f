package org.openbeian.api.order;

import org.osgi.annotation.versioning.ConsumerType;

/** Told after the commit of every change of an order; for progress streams and metrics, never for effects. */
@ConsumerType
public interface OrderListener {

    /**
     * Called on the committing thread; must return fast and must not throw.
     *
     * @param order the order as committed
     * @param entry the history entry of the change
     */
    void changed(Order order, HistoryEntry entry);
}
