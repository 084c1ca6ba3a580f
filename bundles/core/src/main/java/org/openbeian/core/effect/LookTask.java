package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.effect.EffectRunner;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The durable task {@code lane-look}: looks from time to time whether what a lane waits for is there, should the wake-up at
 * its coming have been missed. A virtual clock does not jump for it.
 */
@Component(service = DurableTask.class)
public final class LookTask implements DurableTask {

    private final EffectRunner runner;
    private final DurableTasks tasks;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public LookTask(@Reference EffectRunner runner, @Reference DurableTasks tasks, @Reference Clock clock) {
        this.runner = runner;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Missing.TASK;
    }

    @Override
    public boolean machine() {
        return false;
    }

    @Override
    public Optional<Instant> run(String lane) {
        Optional<Instant> next = runner.run(Lane.stage(lane), lane);
        if (next.isPresent() && !next.get().isAfter(clock.instant())) {
            tasks.ensure(LaneTask.NAME, lane, clock.instant());
            return Optional.empty();
        }
        return next;
    }
}
