package org.openbeian.publicsecurity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
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
 * Wipes the data codes that cases kept which ended before codes were wiped at their end, and has those watched that still run. Once for
 * each database; a database restored from an older backup has its mark from that time, too.
 */
@Component(service = DurableTask.class, immediate = true)
public final class OldDataCodes implements DurableTask {

    static final String NAME = "psb-old-data-codes";
    static final String DONE = "public-security.old-data-codes-wiped";

    private static final Logger LOG = LoggerFactory.getLogger(OldDataCodes.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final CaseFiles files;
    private final SettingsStore marks;
    private final DurableTasks tasks;
    private final Transactions transactions;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public OldDataCodes(@Reference CaseFiles files, @Reference SettingsStore marks, @Reference DurableTasks tasks,
            @Reference Transactions transactions, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = files;
        this.marks = marks;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
        try {
            tasks.ensure(NAME, "all", clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Old data codes are wiped after the next start, since a task could not be stored: {}", e.toString());
        }
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
    public Optional<Instant> run(String key) {
        if (transactions.call(() -> marks.get(DONE)).isPresent()) {
            return Optional.empty();
        }
        boolean all = true;
        List<PublicSecurityCase> page = page(null);
        while (!page.isEmpty()) {
            for (PublicSecurityCase each : page) {
                all &= transactions.call(() -> files.find(each.id()).map(this::tidied).orElse(true));
            }
            page = page(page.get(page.size() - 1).id());
        }
        if (!all) {
            return Optional.of(clock.instant().plus(AGAIN));
        }
        transactions.run(() -> marks.put(DONE, clock.instant().toString()));
        return Optional.empty();
    }

    private List<PublicSecurityCase> page(String before) {
        return transactions.call(() -> files.list(null, null, null, before, PublicSecurityFilings.MOST));
    }

    /** Whether the case has no code any more that is of no use; false when it changed meanwhile. */
    private boolean tidied(PublicSecurityCase found) {
        if (found.passing() == null || found.passing().dataCode() == null) {
            return true;
        }
        if (DataCodes.runs(found) && found.state() != PublicSecurityCase.State.NUMBER_ISSUED) {
            tasks.schedule(DataCodeWatch.NAME, found.id(), clock.instant());
            return true;
        }
        return files.update(new PublicSecurityCase(found.id(), found.version() + 1, found.orderId(), found.account(),
            found.organizerNumber(), found.state(), found.form(), found.statement(), found.appointment(), found.expectedAt(),
            found.steps(), found.handovers(), DataCodes.spent(found.passing())));
    }
}
