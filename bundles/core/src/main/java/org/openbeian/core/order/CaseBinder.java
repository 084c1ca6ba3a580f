package org.openbeian.core.order;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.CaseExport.HistoryProof;
import org.openbeian.api.order.CaseExports;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what is kept of an order, and checks its chain. Thread-safe. */
@Component(service = CaseExports.class)
public final class CaseBinder implements CaseExports {

    private final OrderEngine engine;
    private final Transactions transactions;
    private final OrderStore orders;

    /** Created by Declarative Services. */
    @Activate
    public CaseBinder(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders) {
        this.engine = engine;
        this.transactions = transactions;
        this.orders = orders;
    }

    @Override
    public CaseExport of(Actor actor, String id) {
        return transactions.call(() -> {
            Order order = engine.load(By.account(actor), id);
            List<HistoryEntry> history = orders.history(id, 0);
            return new CaseExport(engine.now(), order, history, new Explanation(id, orders.verdicts(id), order.review().clearances()),
                proof(order, history));
        });
    }

    /** Every change of an order adds one entry, so a history whose end was cut off is shorter than the version says. */
    private static HistoryProof proof(Order order, List<HistoryEntry> history) {
        Optional<String> fault = HistoryChain.verify(history).or(() -> history.size() < order.version()
            ? Optional.of("the end was cut off after entry " + history.size()) : Optional.empty());
        return new HistoryProof(fault.isEmpty(), fault.orElse(null), history.size(),
            history.isEmpty() ? null : history.get(history.size() - 1).hash());
    }
}
