package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes the new domains of all orders that are under way once a day until the grant: one that answers is a case of the
 * inspection, which is settled when it answers no more. It goes through the orders in portions, from where it stopped.
 */
@Component(service = DurableTask.class, immediate = true)
public final class OpenWatch implements DurableTask {

    static final String NAME = "open-watch";
    static final String KEY = "all";

    private static final Logger LOG = LoggerFactory.getLogger(OpenWatch.class);
    private static final String CURSOR = "aftercare.open-watch";
    private static final List<OrderState> UNDER_WAY = List.of(OrderState.SUBMITTED, OrderState.PRE_REVIEW,
        OrderState.QUEUED_FOR_AUTHORITY, OrderState.SMS_PENDING, OrderState.SMS_FAILED, OrderState.AUTHORITY_REVIEW);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PORTION = 20;

    private final Orders orders;
    private final Inspector inspector;
    private final Inspections inspections;
    private final SettingsStore marks;
    private final Transactions transactions;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public OpenWatch(@Reference Orders orders, @Reference Inspector inspector, @Reference Inspections inspections,
            @Reference SettingsStore marks, @Reference Transactions transactions, @Reference DurableTasks tasks,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.orders = orders;
        this.inspector = inspector;
        this.inspections = inspections;
        this.marks = marks;
        this.transactions = transactions;
        this.clock = clock;
        try {
            tasks.ensure(NAME, KEY, clock.instant().plus(DAY));
        } catch (RuntimeException e) {
            LOG.warn("New domains are probed with the next start, since a task could not be stored: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /** There is always a next one, so a virtual clock never jumps to it. */
    @Override
    public boolean machine() {
        return false;
    }

    /** One portion: a state and the orders in it after one. */
    @Override
    public Optional<Instant> run(String key) {
        String[] at = transactions.call(() -> marks.get(CURSOR).orElse("0 ")).split(" ", 2);
        int state = Math.min(Integer.parseInt(at[0]), UNDER_WAY.size() - 1);
        List<OrderSummary> page = orders.list(Actor.SYSTEM, new OrderQuery(null, UNDER_WAY.get(state), null, false,
            at[1].isEmpty() ? null : at[1], PORTION));
        page.forEach(this::look);
        boolean more = page.size() == PORTION;
        boolean last = !more && state == UNDER_WAY.size() - 1;
        String next = more ? state + " " + page.get(page.size() - 1).id() : (last ? 0 : state + 1) + " ";
        transactions.run(() -> marks.put(CURSOR, next));
        return Optional.of(last ? clock.instant().plus(DAY) : clock.instant());
    }

    private void look(OrderSummary row) {
        try {
            Order order = orders.get(Actor.SYSTEM, row.id());
            for (String domain : OpenSites.newDomains(order.type(), order.application())) {
                inspector.answers(domain).ifPresent(open -> transactions.run(() -> note(order.id(), domain, open)));
            }
        } catch (Refusal | DataErased gone) {
            LOG.debug("Order {} is gone", row.id());
        }
    }

    private void note(String orderId, String domain, boolean open) {
        if (open) {
            inspections.found(CorrectionKind.UNFILED, orderId, domain, null);
        } else {
            inspections.settled(CorrectionKind.UNFILED, domain, "closed");
        }
    }
}
