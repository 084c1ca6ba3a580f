package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets orders go on when the rules or the plugin that they wait for are back. Thread-safe. */
@Component(service = WaitingOrders.class)
public final class WaitingOrders {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingOrders.class);
    private static final int PAGE = 100;

    private final OrderEngine engine;
    private final Transactions transactions;
    private final OrderStore orders;
    private final RuleBooks books;
    private final Guards guards;
    private final Assessor assessor;
    private final AppIntake apps;
    private final OrderRoutes routes;

    /** Created by Declarative Services. */
    @Activate
    public WaitingOrders(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders,
            @Reference RegisterStore register, @Reference RuleBooks books, @Reference Resources resources,
            @Reference CoreSettings settings, @Reference AppIntake apps, @Reference OrderRoutes routes,
            @Reference Certificates certificates) {
        this.engine = engine;
        this.transactions = transactions;
        this.orders = orders;
        this.books = books;
        this.guards = new Guards(orders, register, books, settings, apps, routes, certificates);
        this.assessor = new Assessor(books, resources);
        this.apps = apps;
        this.routes = routes;
    }

    /**
     * Looks at every order that waits, each in its own transaction.
     *
     * @throws IllegalStateException when one of them failed; the others went on
     */
    void resumeAll() {
        int failed = 0;
        String after = null;
        List<OrderSummary> page;
        do {
            OrderQuery query = new OrderQuery(null, null, null, true, after, PAGE);
            page = transactions.call(() -> orders.list(query));
            RuleBook book = books.current();
            for (OrderSummary order : page) {
                after = order.id();
                if (!Waiting.RULES_MISSING.equals(order.waiting()) || book.serves(order.provinceId())) {
                    failed += resume(order.id()) ? 0 : 1;
                }
            }
        } while (page.size() == PAGE);
        if (failed > 0) {
            throw new IllegalStateException(failed + " waiting orders could not be looked at");
        }
    }

    private boolean resume(String id) {
        try {
            engine.inside(By.SERVER, id, this::goOn);
            return true;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (Refusal e) {
            LOG.warn("Order {} waits on: {}", id, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("Order {} waits and could not be looked at", id, e);
            return false;
        }
    }

    private Order goOn(Order order) {
        if (order.progress().waiting() == null) {
            return order;
        }
        if (order.state() == OrderState.QUEUED_FOR_AUTHORITY) {
            return books.current().serves(order.provinceId()) ? route(order)
                .map(change -> engine.store(By.SERVER, order, OrderEvent.RESUMED, change, engine.now())).orElse(order) : order;
        }
        return order.state() == OrderState.SUBMITTED ? judge(order) : order;
    }

    /** The way out: the account it was queued for, or another that the table names now, if no authority ever took a part of it. */
    private Optional<Change> route(Order order) {
        String authority = order.authorityId();
        if (!Waiting.ACCOUNT_MISSING.equals(order.progress().waiting().reason()) || apps.hasAccount(authority)) {
            return Optional.of(Change.of(order));
        }
        boolean taken = orders.history(order.id(), 0).stream().anyMatch(entry -> entry.event() == OrderEvent.UPLOADED);
        return taken ? Optional.empty() : routes.to(order).filter(apps::hasAccount).map(other -> {
            Handover old = order.handover();
            return Change.of(order.with(new Handover(old.submissionNo(), null, null, null, old.opinion(),
                other.equals(order.provinceId()) ? null : other))).with("authority", other);
        });
    }

    /** Judges an order that was taken without rules, by the rules of its submission date. */
    private Order judge(Order order) {
        Instant now = engine.now();
        Assessment assessment = guards.shortened(order, assessor.assess(order, order.review().submittedAt()));
        if (assessment.isInventoryAway()) {
            throw Assessor.inventoryAway("order " + order.id());
        }
        List<Finding> against = assessment.blocking();
        if (against.isEmpty() && assessment.waiting() != null) {
            return isSame(assessment.waiting(), order.progress().waiting()) ? order
                : engine.store(By.SERVER, order, OrderEvent.PARKED, assessment.change(order), now);
        }
        against.addAll(guards.against(order, order.review().submittedAt()));
        assessment.keep(orders, order);
        return against.isEmpty() ? engine.store(By.SERVER, order, OrderEvent.CHECKED, assessment.change(order), now)
            : giveBack(order, against, now);
    }

    private Order giveBack(Order order, List<Finding> against, Instant now) {
        List<ReturnReason> reasons = against.stream().map(finding -> new ReturnReason(finding.ruleId(),
            Pointers.exists(order, finding.pointer()) ? finding.pointer() : "", finding.text(), finding.mend())).toList();
        Order returned = order.with(order.review().returned(reasons));
        return engine.store(By.SERVER, returned, OrderEvent.RETURNED, Change.of(returned)
            .with("rules", String.join(" ", reasons.stream().map(ReturnReason::code).distinct().toList())), now);
    }

    private static boolean isSame(Waiting one, Waiting other) {
        return one.reason().equals(other.reason()) && one.subject().equals(other.subject());
    }
}
