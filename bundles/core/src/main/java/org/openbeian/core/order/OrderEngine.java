package org.openbeian.core.order;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StaleOrder;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.core.message.Telling;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.MDC;

/**
 * Moves orders along the life-cycle table. One move is one transaction: lock the order, check the mover and the table,
 * decide, then store the new version, its history entry, its effects and its deadline together. Thread-safe.
 */
@Component(service = OrderEngine.class)
public final class OrderEngine {

    private static final String MDC_KEY = "order";

    private final Transactions transactions;
    private final OrderStore orders;
    private final Clock clock;
    private final OrderListeners listeners;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final CoreSettings settings;
    private final Ids ids = new Ids();

    /** Created by Declarative Services. */
    @Activate
    public OrderEngine(@Reference Transactions transactions, @Reference OrderStore orders, @Reference EffectStore effects,
            @Reference DurableTasks tasks, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock,
            @Reference WorkingDays workingDays, @Reference RuleBooks books, @Reference CoreSettings settings,
            @Reference Telling telling, @Reference OrderListeners listeners) {
        this.transactions = transactions;
        this.orders = orders;
        this.clock = clock;
        this.listeners = listeners;
        this.settings = settings;
        this.outbox = new Outbox(effects, telling);
        this.deadlines = new Deadlines(tasks, workingDays, settings, books);
    }

    /** Stores a new order of an account: the mover's own, or that of an applicant whom he helps. */
    Order start(By by, String account, FilingType type, Application application) {
        if (!by.isOneOf(Set.of(account.equals(by.name()) ? Who.OWNER : Who.HELPER), null)) {
            throw Refusals.forbidden(OrderEvent.CREATED);
        }
        Instant now = now();
        Move move = OrderLifeCycle.find(null, OrderEvent.CREATED, Case.USUAL).orElseThrow();
        Order blank = new Order(ids.next(now), 1, account, type, new Progress(move.to(), null, 0, now, null), application,
            List.of(), List.of(), Review.NONE, Handover.NONE, null, now, now);
        Order order = blank.with(new Progress(move.to(), null, 0, now, deadlines.due(move.due(), blank, now)));
        HistoryEntry entry = HistoryChain.next(null, order.id(), now, by.name(), move.event(), null, move.to(), null,
            Map.of("type", type.name()));
        return about(order.id(), () -> transactions.call(() -> {
            orders.insert(order, entry);
            deadlines.watch(move.due(), null, order, now);
            outbox.add(order, entry, move, now);
            transactions.afterCommit(() -> listeners.tell(order, entry));
            return order;
        }));
    }

    /**
     * Causes an event, or refuses it when the table does not have it.
     *
     * @param version version that the caller saw, or {@link Orders#ANY_VERSION}
     * @param decision decides on the locked order; null when there is nothing to do
     * @return the order afterwards
     */
    Order move(By by, String id, long version, OrderEvent event, BiFunction<Order, Instant, Change> decision) {
        return inside(by, id, order -> {
            if (!by.isOneOf(OrderLifeCycle.whoMay(event), order)) {
                throw Refusals.forbidden(event);
            }
            if (version != Orders.ANY_VERSION && version != order.version()) {
                throw Refusals.stale(order);
            }
            if (!isAllowed(by, order, event)) {
                throw Refusals.wrongState(order, event);
            }
            Instant now = now();
            Change change = decision.apply(order, now);
            return change == null ? order : store(by, order, event, change, now);
        });
    }

    /** Whether the table lets somebody cause an event in the order's state. */
    boolean isAllowed(By by, Order order, OrderEvent event) {
        return OrderLifeCycle.TABLE.stream().anyMatch(row -> row.event() == event && row.from().contains(order.state())
            && by.isOneOf(row.who(), order));
    }

    /** Runs work on a locked order that the caller may see, in one transaction. */
    <T> T inside(By by, String id, Function<Order, T> work) {
        if (!Ids.isId(id)) {
            throw Refusals.unknown();
        }
        return about(id, () -> transactions.call(() ->
            work.apply(orders.lock(id).filter(by::sees).orElseThrow(Refusals::unknown))));
    }

    /** As {@link #inside} for a task of the server; empty when the order is gone or the work has no result. */
    <T> Optional<T> insideIfThere(String id, Function<Order, T> work) {
        return about(id, () -> transactions.call(() -> orders.lock(id).map(work)));
    }

    /** Reads an order that the caller may see. */
    Order load(By by, String id) {
        if (!Ids.isId(id)) {
            throw Refusals.unknown();
        }
        return transactions.call(() -> orders.load(id)).filter(by::sees).orElseThrow(Refusals::unknown);
    }

    /** Stores the next version of a locked order with all that follows from the move. */
    Order store(By by, Order before, OrderEvent event, Change change, Instant now) {
        Move move = OrderLifeCycle.find(before.state(), event, change.when())
            .filter(row -> by.isOneOf(row.who(), before)).orElseThrow(() -> Refusals.wrongState(before, event));
        OrderState to = move.to() == null ? before.state() : move.to();
        boolean entered = to != before.state();
        Order decided = entered && (to == OrderState.RETURNED || to == OrderState.AUTHORITY_REJECTED)
            ? Faces.repeated(change.order(), settings) : change.order();
        Order after = decided.with(new Progress(to, change.waiting(), decided.progress().round(),
            entered ? now : before.progress().since(), deadlines.due(move.due(), decided, now))).next(now);
        HistoryEntry entry = HistoryChain.next(orders.lastEntry(before.id()), before.id(), now, by.name(), event,
            before.state(), to, People.mask(before, change.reason()), change.details());
        try {
            orders.update(after, entry);
        } catch (StaleOrder e) {
            throw Refusals.stale(before);
        }
        outbox.add(after, entry, move, now);
        if (entered) {
            deadlines.watch(move.due(), before, after, now);
        }
        transactions.afterCommit(() -> listeners.tell(after, entry));
        return after;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    String newId(Instant now) {
        return ids.next(now);
    }

    Outbox outbox() {
        return outbox;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    private static <T> T about(String id, Supplier<T> work) {
        String before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, id);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.remove(MDC_KEY);
            } else {
                MDC.put(MDC_KEY, before);
            }
        }
    }

    /** The round after this one. */
    static Order nextRound(Order order) {
        Progress old = order.progress();
        return order.with(new Progress(old.state(), old.waiting(), old.round() + 1, old.since(), old.due()));
    }
}
