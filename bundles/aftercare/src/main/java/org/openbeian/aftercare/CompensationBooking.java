package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books the compensations that were granted, each in a transaction of its own: a billing that fails holds up nothing but itself.
 * Without a billing it does nothing; it begins anew with the one that comes.
 */
@Component(service = DurableTask.class, immediate = true)
public final class CompensationBooking implements DurableTask {

    static final String NAME = "compensation-book";
    static final String KEY = "granted";

    private static final Logger LOG = LoggerFactory.getLogger(CompensationBooking.class);
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final int PORTION = 200;

    private final CompensationGrants grants;
    private final Billing billing;
    private final Transactions transactions;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public CompensationBooking(@Reference CompensationGrants grants,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Billing billing,
            @Reference Transactions transactions, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.grants = grants;
        this.billing = billing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return billing == null ? Map.of() : Map.of(KEY, clock.instant());
    }

    @Override
    public Optional<Instant> run(String key) {
        if (billing == null) {
            return Optional.empty();
        }
        RuntimeException last = null;
        List<String> found = transactions.call(() -> grants.unbooked(null, PORTION));
        while (!found.isEmpty()) {
            for (String orderId : found) {
                last = book(orderId).orElse(last);
            }
            String before = found.get(found.size() - 1);
            found = transactions.call(() -> grants.unbooked(before, PORTION));
        }
        if (last != null) {
            throw last;
        }
        return Optional.of(clock.instant().plus(AGAIN));
    }

    private Optional<RuntimeException> book(String orderId) {
        try {
            transactions.run(() -> grants.find(orderId).ifPresent(granted -> grants.book(granted, billing)));
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("The compensation of order {} could not be booked and is tried again: {}", orderId, e.getClass().getName());
            return Optional.of(e);
        }
    }
}
