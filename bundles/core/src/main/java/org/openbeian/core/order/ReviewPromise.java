package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewRisk;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells operators, and who holds the order, of pre-reviews that are later than promised (W-06). It looks at the late ones now and
 * then, so that orders that are in time cost nothing; what became late while the server was down is told by the next look.
 */
@Component(service = DurableTask.class, immediate = true)
public final class ReviewPromise implements DurableTask {

    static final String NAME = "review-promise";

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PAGE = 200;
    private static final int OPERATORS = 50;
    private static final ReviewQuery.Position END = new ReviewQuery.Position(Instant.MAX, 0, "");

    private final Transactions transactions;
    private final OrderStore orders;
    private final AccountStore accounts;
    private final SettingsStore kept;
    private final WorkingDays workingDays;
    private final CoreSettings settings;
    private final Notices notices;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ReviewPromise(@Reference Transactions transactions, @Reference OrderStore orders, @Reference AccountStore accounts,
            @Reference SettingsStore kept, @Reference WorkingDays workingDays, @Reference CoreSettings settings,
            @Reference Notices notices, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.accounts = accounts;
        this.kept = kept;
        this.workingDays = workingDays;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return Map.of("all", clock.instant().plus(PAUSE));
    }

    /** A page is a transaction: what breaks off is told by the next run, and nobody is told twice of the same. */
    @Override
    public Optional<Instant> run(String key) {
        Instant now = clock.instant();
        // What was late before the first look stands in the queue; telling all of it at once would hide what is new.
        Instant last = transactions.call(() -> kept.get(NAME)).map(Instant::parse).orElse(now);
        for (ReviewQuery.Position after = null; after != END;) {
            ReviewQuery.Position from = after;
            after = transactions.call(() -> page(from, last, now));
        }
        transactions.run(() -> kept.put(NAME, now.toString()));
        return Optional.of(now.plus(PAUSE));
    }

    /** Tells of a page of late orders; returns where it ends. */
    private ReviewQuery.Position page(ReviewQuery.Position from, Instant last, Instant now) {
        List<OrderSummary> page = orders.queue(new ReviewQuery(false, null, null, from, PAGE));
        page.stream().filter(one -> !one.due().isAfter(now) && mayHaveBecomeLate(one, last))
            .flatMap(one -> orders.load(one.id()).stream()).forEach(order -> tell(order, last, now));
        OrderSummary end = page.size() < PAGE ? null : page.get(PAGE - 1);
        return end == null || end.due().isAfter(now) ? END
            : new ReviewQuery.Position(end.due(), orders.load(end.id()).map(ReviewRisk::weight).orElse(0), end.id());
    }

    /** Whether its warning or its breach, which comes so many working days after its time at the latest, lies behind the last look. */
    private boolean mayHaveBecomeLate(OrderSummary order, Instant last) {
        return workingDays.plus(order.due(), settings.get().pre_review_breach_working_days()).isAfter(last);
    }

    private void tell(Order order, Instant last, Instant now) {
        Instant breach = workingDays.plus(order.progress().since(), settings.get().pre_review_breach_working_days());
        boolean broken = breach.isAfter(last) && !breach.isAfter(now);
        if (!broken && !order.progress().due().isAfter(last)) {
            return;
        }
        Set<String> told = new LinkedHashSet<>(accounts.withRole(Role.OPERATOR, OPERATORS));
        if (order.review().claimedBy() != null) {
            told.add(order.review().claimedBy());
        }
        Map<String, String> values = Map.of("order", order.id(), "domain", domain(order), "due", Times.time(order.progress().due()),
            "until", Times.time(breach));
        String occasion = "promise:" + order.id() + ":" + order.progress().since().toEpochMilli();
        told.forEach(account -> notices.tell(new Notices.Notice(broken ? "review-broken" : "review-warned", account, null, occasion,
            values)));
    }

    /** The main domain of an order, or the number of the organizer that alone it is about, or a dash. */
    static String domain(Order order) {
        return order.application().services().stream().map(InternetService::domains).filter(domains -> !domains.isEmpty())
            .map(domains -> domains.get(0)).findFirst()
            .or(() -> Optional.ofNullable(order.application().basis()).map(Basis::organizerNumber)).orElse("-");
    }
}
