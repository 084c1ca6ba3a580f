package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the waiting orders now and then, in case that a change of rules came while the database was away. */
@Component(service = DurableTask.class, immediate = true)
public final class WaitingSweep implements DurableTask {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingSweep.class);
    private static final String NAME = "waiting-sweep";
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final WaitingOrders waiting;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public WaitingSweep(@Reference WaitingOrders waiting, @Reference DurableTasks tasks,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
        try {
            tasks.ensure(NAME, "all", clock.instant().plus(PAUSE));
        } catch (RuntimeException e) {
            LOG.warn("The sweep over waiting orders starts with the next start, since it could not be stored: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean machine() {
        return false;
    }

    @Override
    public Optional<Instant> run(String key) {
        waiting.resumeAll();
        return Optional.of(clock.instant().plus(PAUSE));
    }
}
