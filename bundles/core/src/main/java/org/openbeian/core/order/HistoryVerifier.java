package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks the histories of all orders. Every change of an order adds one entry, so a history whose end was cut off is shorter
 * than its order's version says. An order that was removed together with its whole history is not missed. Thread-safe.
 */
@Component
public final class HistoryVerifier implements ChainVerifier {

    private static final int PORTION = 100;
    private static final int FAULTS = 100;

    private final Transactions transactions;
    private final OrderStore orders;

    /** Created by Declarative Services. */
    @Activate
    public HistoryVerifier(@Reference Transactions transactions, @Reference OrderStore orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "order histories";
    }

    @Override
    public ChainReport verify(Consumer<ChainReport> progress) {
        ChainReport report = new ChainReport(0, 0, List.of());
        String after = null;
        List<OrderSummary> portion = portion(after);
        while (!portion.isEmpty()) {
            for (OrderSummary order : portion) {
                report = plus(report, order);
            }
            progress.accept(report);
            after = portion.get(portion.size() - 1).id();
            portion = portion(after);
        }
        return report;
    }

    private List<OrderSummary> portion(String after) {
        return transactions.call(() -> orders.list(new OrderQuery(null, null, null, false, after, PORTION)));
    }

    /** The summary was read before the history, which may have grown since then, but never shrinks. */
    private ChainReport plus(ChainReport sum, OrderSummary order) {
        List<HistoryEntry> history = transactions.call(() -> orders.history(order.id(), 0));
        List<String> faults = new ArrayList<>(sum.faults());
        if (faults.size() < FAULTS) {
            HistoryChain.verify(history).ifPresent(fault -> faults.add("order " + order.id() + ": " + fault));
            if (history.size() < order.version()) {
                faults.add("order " + order.id() + ": the end was cut off after entry " + history.size());
            }
        }
        return new ChainReport(sum.chains() + 1, sum.entries() + history.size(), faults);
    }
}
