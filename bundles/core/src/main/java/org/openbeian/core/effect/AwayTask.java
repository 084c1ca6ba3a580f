package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The durable task {@code away-lane}: looks after a lane whose channel is away when what it keeps may have to end. No virtual clock
 * runs ahead to it: whether the channel comes back is up to a person.
 */
@Component(service = DurableTask.class)
public final class AwayTask implements DurableTask {

    /** Name of the task. */
    static final String NAME = "away-lane";

    private final DurableTasks tasks;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public AwayTask(@Reference DurableTasks tasks, @Reference Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(String lane) {
        tasks.ensure(LaneTask.NAME, lane, clock.instant());
        return Optional.empty();
    }
}
