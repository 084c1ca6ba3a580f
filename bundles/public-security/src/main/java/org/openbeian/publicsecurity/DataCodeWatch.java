package org.openbeian.publicsecurity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reminds of data codes that were not entered yet, and records that their term is over. */
@Component(service = DurableTask.class)
public final class DataCodeWatch implements DurableTask {

    static final String NAME = "psb-data-code";

    private final CaseBook book;
    private final CaseFiles files;
    private final Transactions transactions;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public DataCodeWatch(@Reference CaseBook book, @Reference CaseFiles files, @Reference Transactions transactions,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.book = book;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(String key) {
        return transactions.call(() -> {
            PublicSecurityCase found = files.find(key).filter(DataCodes::runs).orElse(null);
            Instant now = clock.instant();
            if (found == null) {
                return Optional.empty();
            }
            if (found.passing().validUntil().isAfter(now)) {
                if (DataCodes.waits(found)) {
                    book.codes.remind(found);
                }
                return book.codes.wake(found.passing(), now);
            }
            PublicSecurityCase expired = book.codes.expired(found);
            if (!files.update(expired)) {
                return Optional.of(now);
            }
            book.codes.tellExpired(expired);
            return Optional.empty();
        });
    }
}
