package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells operators of orders that an authority has not decided within its term: that of the province's rules, or the configured one. It
 * looks at what is at authorities now and then; what became late while the server was down is told by the next look.
 */
@Component(service = DurableTask.class, immediate = true)
public final class AuthorityPromise implements DurableTask {

    static final String NAME = "authority-promise";

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int PAGE = 200;
    private static final int OPERATORS = 50;

    private final Transactions transactions;
    private final OrderStore orders;
    private final AccountStore accounts;
    private final SettingsStore kept;
    private final Notices notices;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public AuthorityPromise(@Reference Transactions transactions, @Reference OrderStore orders, @Reference AccountStore accounts,
            @Reference SettingsStore kept, @Reference Notices notices,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.accounts = accounts;
        this.kept = kept;
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

    /** What was late before the first look is told by nobody: it would hide what is new. */
    @Override
    public Optional<Instant> run(String key) {
        Instant now = clock.instant();
        Instant last = transactions.call(() -> kept.get(NAME)).map(Instant::parse).orElse(now);
        String after = null;
        List<OrderSummary> page;
        do {
            String from = after;
            page = transactions.call(() -> page(from, last, now));
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        transactions.run(() -> kept.put(NAME, now.toString()));
        return Optional.of(now.plus(PAUSE));
    }

    private List<OrderSummary> page(String after, Instant last, Instant now) {
        List<OrderSummary> page = orders.list(new OrderQuery(null, OrderState.AUTHORITY_REVIEW, null, false, after, PAGE));
        List<OrderSummary> late = page.stream().filter(one -> one.due() != null && one.due().isAfter(last) && !one.due().isAfter(now))
            .toList();
        if (!late.isEmpty()) {
            List<String> operators = accounts.withRole(Role.OPERATOR, OPERATORS);
            late.forEach(one -> operators.forEach(operator -> notices.tell(new Notices.Notice("authority-late", operator, null,
                "authority-late:" + one.id() + ":" + one.due().toEpochMilli(), Map.of("order", one.id(), "domain",
                one.domain() == null ? "-" : one.domain(), "due", Times.time(one.due()))))));
        }
        return page;
    }
}
