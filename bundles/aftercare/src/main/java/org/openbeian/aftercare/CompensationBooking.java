package org.openbeian.aftercare;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Books a compensation that was granted while no billing was there. It is there only with one, so that its tasks wait until then. */
@Component(service = DurableTask.class)
public final class CompensationBooking implements DurableTask {

    static final String NAME = "compensation-book";

    private final CompensationGrants grants;
    private final Billing billing;
    private final Transactions transactions;

    /** Created by Declarative Services. */
    @Activate
    public CompensationBooking(@Reference CompensationGrants grants,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Billing billing, @Reference Transactions transactions) {
        this.grants = grants;
        this.billing = billing;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean machine() {
        return true;
    }

    @Override
    public Optional<Instant> run(String orderId) {
        transactions.run(() -> grants.find(orderId).ifPresent(granted -> grants.book(granted, billing)));
        return Optional.empty();
    }
}
