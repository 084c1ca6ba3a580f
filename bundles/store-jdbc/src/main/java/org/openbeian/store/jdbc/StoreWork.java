package org.openbeian.store.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.time.DueSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is stored to be run, and tells a virtual clock when there is something to do. Its ticker, in real time, finds
 * lanes with work, so that nothing waits for a wake-up that a crash swallowed. A channel that is held up by its other side, in real
 * time, holds no virtual clock up.
 */
@Component(immediate = true, service = DueSource.class)
public final class StoreWork implements DueSource {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWork.class);
    /** So long a handler may take to say what is to be scheduled for it, before the look for work goes on without it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Database database;
    private final EffectStore effects;
    private final Clock clock;
    private final StoreSettings settings;
    private final TaskTable table;
    private final Map<String, DurableTask> handlers = new ConcurrentHashMap<>();
    /** Names of handlers whose work that was laid aside was not taken up yet. */
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private Running running;
    private volatile boolean outage;

    /** What is built anew when the configuration changes. */
    private record Running(TaskRunner tasks, LaneRunner lanes, ScheduledExecutorService ticker, StandingTasks standing,
            StoreSettings.Values values) {
    }

    @Activate
    public StoreWork(@Reference Database database, @Reference EffectStore effects, @Reference Clock clock,
            @Reference StoreSettings settings) {
        this.database = database;
        this.effects = effects;
        this.clock = clock;
        this.settings = settings;
        this.table = new TaskTable(database);
    }

    /** Begins when the handlers that are there already are bound. */
    @Activate
    void activate() {
        start();
        settings.onChange(this::restart);
    }

    @Deactivate
    synchronized void stop() {
        settings.onChange(() -> { });
        halt();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(DurableTask task) {
        handlers.put(task.name(), task);
        arrived.add(task.name());
        ticker(this::sweep);
    }

    void unbind(DurableTask task) {
        handlers.remove(task.name(), task);
        Running now = current();
        if (now != null) {
            now.standing().forget(task);
        }
    }

    @Override
    public boolean busy() {
        Running now = current();
        Instant instant = clock.instant();
        return now == null || now.tasks().isRunning() || now.lanes().isBusy() || table.isBusy(instant)
                || !effects.dueLanes(instant).stream().allMatch(now.lanes()::isHeldUp);
    }

    @Override
    public Optional<Instant> nextDue() {
        Set<String> machines = handlers.values().stream().filter(DurableTask::machine).map(DurableTask::name)
            .collect(Collectors.toSet());
        Running now = current();
        Stream<Instant> lanes = effects.nextDue().entrySet().stream()
            .filter(lane -> now == null || !now.lanes().isHeldUp(lane.getKey())).map(Map.Entry::getValue);
        return Stream.concat(table.nextDue(machines).stream(), lanes).min(Instant::compareTo);
    }

    @Override
    public void jumped() {
        Running now = current();
        if (now != null) {
            now.tasks().wake(clock.instant());
            ticker(this::sweep);
        }
    }

    private synchronized void start() {
        StoreSettings.Values values = settings.values();
        LaneRunner lanes = new LaneRunner(clock, values, handlers);
        TaskRunner tasks = new TaskRunner(database, clock, values, handlers, TaskRunner.HEARTBEAT, lanes::wake);
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Threads.named("openbeian-ticker"));
        running = new Running(tasks, lanes, ticker, new StandingTasks(PATIENCE), values);
        arrived.addAll(handlers.keySet());
        database.wakeups().onLane(lanes::wake);
        database.wakeups().onTask(tasks::wake);
        tasks.start();
        ticker.scheduleWithFixedDelay(() -> safely(this::sweep), 0, values.sweepMillis(), TimeUnit.MILLISECONDS);
        ticker.scheduleWithFixedDelay(() -> safely(tasks::tidy), 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void restart() {
        if (running != null && !running.values().equals(settings.values())) {
            halt();
            start();
        }
    }

    private void halt() {
        if (running != null) {
            database.wakeups().onLane(lane -> { });
            database.wakeups().onTask(at -> { });
            running.ticker().shutdownNow();
            running.standing().stop();
            running.tasks().stop();
            running.lanes().stop();
            running = null;
        }
    }

    private synchronized Running current() {
        return running;
    }

    private synchronized void ticker(Runnable action) {
        if (running != null) {
            running.ticker().execute(() -> safely(action));
        }
    }

    private void sweep() {
        Running now = current();
        if (now != null) {
            effects.dueLanes(clock.instant()).forEach(now.lanes()::wake);
            now.lanes().wakeRested();
            arrived.forEach(name -> takeUp(name, now));
        }
    }

    /** Once for each handler that came, however often the database is away meanwhile. */
    private void takeUp(String name, Running now) {
        arrived.remove(name);
        boolean done = false;
        try {
            boolean answered = stand(name, now);
            if (table.unpark(name, clock.instant()) > 0) {
                now.tasks().wake(clock.instant());
            }
            if (name.equals(LaneRunner.TASK)) {
                // Lanes that paused themselves are not due, and what a crash took from memory may have been about to look after them.
                effects.paused().keySet().forEach(now.lanes()::wake);
            }
            done = answered;
        } finally {
            if (!done) {
                arrived.add(name);
            }
        }
    }

    /**
     * What a handler answers wrongly, late or never, or what cannot be stored of it, holds up nobody else.
     *
     * @return false while it does not answer
     */
    private boolean stand(String name, Running now) {
        DurableTask handler = handlers.get(name);
        if (handler == null) {
            return true;
        }
        try {
            Optional<Map<String, Instant>> standing = now.standing().of(handler);
            standing.ifPresent(instants -> instants.forEach((key, at) -> {
                table.ensure(new TaskTable.Instance(name, key), at);
                now.tasks().wake(at);
            }));
            return standing.isPresent();
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("What task {} says is to be scheduled for it cannot be, until it starts again", name, e);
            return true;
        }
    }

    private void safely(Runnable action) {
        try {
            action.run();
            if (outage) {
                outage = false;
                LOG.info("The database is back");
            }
        } catch (StoreUnavailable e) {
            if (!outage) {
                outage = true;
                LOG.warn("The database is away, work waits for it: {}", e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("The look for work failed and is tried again", e);
        }
    }
}
