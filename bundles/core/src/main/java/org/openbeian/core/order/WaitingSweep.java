package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.store.DurableTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Looks at the waiting orders now and then, in case that a change of rules came while the database was away. */
@Component(service = DurableTask.class, immediate = true)
public final class WaitingSweep implements DurableTask {

    private static final String NAME = "waiting-sweep";
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final WaitingOrders waiting;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public WaitingSweep(@Reference WaitingOrders waiting,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.waiting = waiting;
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

    @Override
    public Optional<Instant> run(String key) {
        waiting.resumeAll();
        return Optional.of(clock.instant().plus(PAUSE));
    }
}
