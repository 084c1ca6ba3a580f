package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Books a compensation that was granted while no billing was there; it looks again until one is. */
@Component(service = DurableTask.class)
public final class CompensationBooking implements DurableTask {

    static final String NAME = "compensation-book";

    private static final Duration AGAIN = Duration.ofHours(1);

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
    public boolean machine() {
        return billing != null;
    }

    @Override
    public Optional<Instant> run(String orderId) {
        if (billing == null) {
            return Optional.of(clock.instant().plus(AGAIN));
        }
        transactions.run(() -> grants.find(orderId).ifPresent(granted -> grants.book(granted, billing)));
        return Optional.empty();
    }
}
