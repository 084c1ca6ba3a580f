package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.CallTask;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReasonCatalogue;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.order.ReviewItem;
import org.openbeian.api.order.ReviewItem.Promise;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewRisk;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The specialists' queue, calls and reasons. Thread-safe. */
@Component(service = ReviewDesk.class)
public final class SpecialistDesk implements ReviewDesk {

    private static final int PAGE_MAX = 200;
    private static final int DIGITS = 6;

    private final OrderEngine engine;
    private final Transactions transactions;
    private final OrderStore orders;
    private final RuleBooks books;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final CoreSettings settings;
    private final ReviewBook reviews = new ReviewBook();

    /** Created by Declarative Services. */
    @Activate
    public SpecialistDesk(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders,
            @Reference RuleBooks books, @Reference WorkingDays workingDays, @Reference AuditLog audit, @Reference CoreSettings settings) {
        this.engine = engine;
        this.transactions = transactions;
        this.orders = orders;
        this.books = books;
        this.workingDays = workingDays;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public List<ReviewItem> queue(Actor actor, ReviewQuery query) {
        checkSpecialist(actor);
        if (query.limit() < 1 || query.limit() > PAGE_MAX) {
            throw Refusals.invalid("limit-out-of-range", "The limit lies between 1 and " + PAGE_MAX + ".");
        }
        Instant now = engine.now();
        return transactions.call(() -> orders.queue(query).stream()
            .flatMap(summary -> orders.load(summary.id()).stream().map(order -> item(summary, order, now))).toList());
    }

    private ReviewItem item(OrderSummary summary, Order order, Instant now) {
        Instant breach = workingDays.plus(order.progress().since(), settings.get().pre_review_breach_working_days());
        Promise promise = !now.isBefore(breach) ? Promise.BROKEN
            : summary.due() != null && !now.isBefore(summary.due()) ? Promise.WARNED : Promise.KEPT;
        return new ReviewItem(summary, order.review().claimedBy(), order.progress().round(), order.review().calls().size(),
            order.review().missedInARow(), Calling.next(order, settings, now).orElse(null), promise, breach, ReviewRisk.weight(order),
            List.copyOf(ReviewRisk.of(order)));
    }

    @Override
    public CallTask callTask(Actor actor, String id) {
        Order order = toPhone(actor, id);
        return new CallTask(id, reviews.version(), order.progress().round(), person(order.application()), reviews.script(),
            reviews.items(order), order.review().calls(), order.review().missesLeft(settings.callAttempts()),
            Calling.next(order, settings, engine.now()).orElse(null));
    }

    @Override
    public boolean isLastSix(Actor actor, String id, String lastSix) {
        Order order = toPhone(actor, id);
        Reviewing.checkImpartial(order, actor);
        if (lastSix == null || !lastSix.matches("[0-9A-Za-z]{" + DIGITS + "}")) {
            throw Refusals.invalid("last-six-malformed", "lastSix has " + DIGITS + " letters or digits.");
        }
        Application application = order.application();
        Principal person = person(application).startsWith("/organizer") ? application.organizer().principal()
            : application.services().get(0).principal();
        String number = person == null ? null : person.certificateNumber();
        if (number == null || number.length() < DIGITS) {
            throw Refusals.wrongState("certificate-missing", "The order has no certificate number of the person to phone.");
        }
        boolean same = number.regionMatches(true, number.length() - DIGITS, lastSix, 0, DIGITS);
        transactions.run(() -> audit.record(actor, "certificate.compare", "order", id, null, Map.of("same", String.valueOf(same))));
        return same;
    }

    @Override
    public ReasonCatalogue reasons(Actor actor, String id) {
        checkSpecialist(actor);
        return transactions.call(() -> reviews.reasons(engine.load(By.account(actor), id), books.current(), orders.verdicts(id)));
    }

    private Order toPhone(Actor actor, String id) {
        checkSpecialist(actor);
        Order order = engine.load(By.account(actor), id);
        if (order.state() != OrderState.PRE_REVIEW) {
            throw Refusals.wrongState(order, OrderEvent.CALL_LOGGED);
        }
        return order;
    }

    /** The person in charge of the first service is phoned, who is told of missed calls too; without services the organizer's. */
    private static String person(Application application) {
        return application.services().isEmpty() ? "/organizer/principal" : "/services/0/principal";
    }

    private static void checkSpecialist(Actor actor) {
        if (!actor.may(Permission.REVIEW_ORDER)) {
            throw Refusals.forbidden(OrderEvent.CALL_LOGGED);
        }
    }
}
