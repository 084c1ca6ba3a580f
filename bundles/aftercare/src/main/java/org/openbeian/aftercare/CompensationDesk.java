package org.openbeian.aftercare;

import org.openbeian.api.billing.Compensation;
import org.openbeian.api.billing.Compensations;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows compensations to whoever sees their orders (W-12). Thread-safe. */
@Component
public final class CompensationDesk implements Compensations {

    private final CompensationGrants grants;
    private final Orders orders;
    private final Transactions transactions;

    /** Created by Declarative Services. */
    @Activate
    public CompensationDesk(@Reference CompensationGrants grants, @Reference Orders orders, @Reference Transactions transactions) {
        this.grants = grants;
        this.orders = orders;
        this.transactions = transactions;
    }

    @Override
    public Compensation get(Actor actor, String orderId) {
        return transactions.call(() -> {
            orders.get(actor, orderId);
            return grants.find(orderId).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "compensation-not-found", "This order has no"
                + " compensation: it is granted shortly after the approval, and not for every filing type."));
        });
    }
}
