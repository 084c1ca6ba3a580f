package org.openbeian.core.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.effect.Drain;
import org.openbeian.api.effect.EffectRunner;
import org.openbeian.api.store.DurableTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The durable task {@code lane}: its key is the name of the lane, and it runs the lane's stage until nothing is due. When
 * the server stops, the present batch is finished and the rest stays for the next start.
 */
@Component(service = {DurableTask.class, Drain.class})
public final class LaneTask implements DurableTask, Drain {

    /** Name of the task. */
    public static final String NAME = "lane";

    private static final Logger LOG = LoggerFactory.getLogger(LaneTask.class);
    /** After so many batches a lane steps back, so that the others get their turn on the few threads. */
    private static final int BATCHES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** Once closed a lane stays due, but not so soon that it is run over and over until the store stops. */
    private static final Duration CLOSED = Duration.ofSeconds(5);

    private final EffectRunner runner;
    private final Clock clock;
    private final Gate gate = new Gate();

    /**
     * Ready to run.
     *
     * @param runner the routes
     * @param clock the server's clock
     */
    @Activate
    public LaneTask(@Reference EffectRunner runner, @Reference Clock clock) {
        this.runner = runner;
        this.clock = clock;
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
    public Optional<Instant> run(String lane) {
        MDC.remove("order");
        Optional<Instant> next = Optional.of(clock.instant());
        for (int i = 0; i < BATCHES && isDue(next); i++) {
            if (!gate.enter()) {
                return Optional.of(clock.instant().plus(CLOSED));
            }
            try {
                next = runner.run(Lane.stage(lane), lane);
            } finally {
                gate.leave();
            }
        }
        return next;
    }

    private boolean isDue(Optional<Instant> next) {
        return next.isPresent() && !next.get().isAfter(clock.instant());
    }

    @Override
    public boolean drain(Duration patience) {
        return gate.close(patience);
    }

    @Deactivate
    void close() {
        if (!gate.close(PATIENCE)) {
            LOG.warn("A lane did not end within {} s; its batch will run again after the start", PATIENCE.toSeconds());
        }
    }
}
