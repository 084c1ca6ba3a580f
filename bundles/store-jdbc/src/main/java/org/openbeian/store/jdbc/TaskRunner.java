package org.openbeian.store.jdbc;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openbeian.api.store.DurableTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs durable tasks with db-scheduler on the server's clock, which may be virtual and jump; waits are in real time. Whether
 * this node still runs a task is known from memory, not from the age of a heartbeat, so that a jump kills no task.
 */
final class TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    /** How often running tasks tell other nodes that they live. */
    static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration PARKED = Duration.ofMinutes(10);

    private final TaskTable table;
    private final Clock clock;
    private final StoreSettings.Values settings;
    private final Map<String, DurableTask> handlers;
    private final Consumer<String> lanes;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;
    private final Database database;
    private Set<String> suspects = Set.of();
    private volatile boolean paused;

    TaskRunner(Database database, Clock clock, StoreSettings.Values settings, Map<String, DurableTask> handlers,
            Duration heartbeat, Consumer<String> lanes) {
        this.database = database;
        this.table = new TaskTable(database);
        this.clock = clock;
        this.settings = settings;
        this.handlers = handlers;
        this.lanes = lanes;
        this.threads = new ThreadPoolExecutor(settings.threads(), settings.threads(), 30, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Threads.named("openbeian-task"));
        threads.allowCoreThreadTimeOut(true);
        this.scheduler = builder(heartbeat).build();
    }

    /** Takes up what an earlier process of this node left and begins to poll. */
    void start() {
        table.release(settings.node(), table.pickedBy(settings.node()));
        scheduler.start();
    }

    /** Stops polling and waits for running tasks within the configured limit. */
    void stop() {
        scheduler.stop();
    }

    /** Looks for due tasks now instead of at the next poll, if the time has come or comes before it. */
    void wake(Instant at) {
        if (!at.isAfter(clock.instant().plusMillis(settings.pollMillis()))) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    boolean isRunning() {
        return !running.isEmpty();
    }

    /**
     * Gives back what stands as picked by this node for two calls in a row although nothing here runs it, which happens when
     * the database failed while a task ended; and polls again after an outage.
     */
    void tidy() {
        Set<String> lost = Set.of();
        if (threads.getQueue().isEmpty()) {
            Set<String> picked = new HashSet<>(table.pickedBy(settings.node()));
            picked.removeAll(running);
            lost = picked;
        }
        Set<String> twice = new HashSet<>(lost);
        twice.retainAll(suspects);
        suspects = lost;
        if (!twice.isEmpty()) {
            table.release(settings.node(), twice);
            suspects = Set.of();
        }
        if (paused) {
            paused = false;
            scheduler.resume();
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private SchedulerBuilder builder(Duration heartbeat) {
        SchedulerBuilder builder = new RealTimeBuilder(database, task())
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed(settings.node()))
            .jdbcCustomization(database.dialect().tasks())
            .serializer(new NoData())
            .executorService(threads)
            .threads(settings.threads())
            .pollingInterval(Duration.ofMillis(settings.pollMillis()))
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(Duration.ofSeconds(settings.shutdownSeconds()))
            .failureLogging(LogLevel.OFF, false)
            .addSchedulerListener(new Listener());
        return database.dialect() == Dialect.POSTGRESQL ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder;
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TaskTable.DEFINITION, Void.class)
            .onFailure(this::failed)
            .onDeadExecution(this::dead)
            .execute((instance, context) -> run(context.getExecution()));
    }

    private CompletionHandler<Void> run(Execution execution) {
        TaskTable.Instance task = TaskTable.Instance.parse(execution.getId());
        DurableTask handler = handlers.get(task.handler());
        if (handler == null) {
            LOG.info("Task {} waits: {}", task.id(), TaskTable.NO_HANDLER);
            return (complete, operations) -> table.park(task, execution.version, clock.instant().plus(PARKED));
        }
        if (task.handler().equals(LaneRunner.TASK)) {
            // On threads of their own: the other side of a channel may keep its lane waiting.
            lanes.accept(task.key());
            return (complete, operations) -> table.done(task, execution.version);
        }
        Optional<Instant> next = handler.run(task.key());
        return (complete, operations) -> {
            if (next.isEmpty()) {
                table.done(task, execution.version);
            } else {
                table.next(task, execution.version, next.get(), clock.instant());
                wake(next.get());
            }
        };
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        TaskTable.Instance task = TaskTable.Instance.parse(execution.getId());
        int failures = execution.consecutiveFailures + 1;
        Instant now = clock.instant();
        Duration pause = settings.pauseAfter(failures);
        String cause = complete.getCause().map(Throwable::toString).orElse("unknown");
        LOG.warn("Task {} failed {} times and is tried again in {}: {}", task.id(), failures, pause, cause);
        LOG.debug("Task {} failed", task.id(), complete.getCause().orElse(null));
        table.failed(task, execution.version, now.plus(pause), failures, cause, now);
    }

    /** Another node died; what this node has picked is watched by {@link #tidy}. */
    private void dead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        if (!settings.node().equals(execution.pickedBy)) {
            LOG.warn("Task {} is taken over from node {}", execution.getId(), execution.pickedBy);
            table.release(execution.pickedBy, Set.of(execution.getId()));
        }
    }

    /** Waits in real time, since a virtual clock may stand still. */
    private static final class RealTimeBuilder extends SchedulerBuilder {

        RealTimeBuilder(Database database, CustomTask<Void> task) {
            super(database.pool(), List.of(task));
        }

        @Override
        protected Waiter buildWaiter() {
            return new Waiter(poolingInterval);
        }
    }

    /** Knows what runs here, counts the commits of picking, and stops polling a database that is away. */
    private final class Listener extends AbstractSchedulerListener {

        @Override
        public void onExecutionStart(CurrentlyExecuting execution) {
            running.add(execution.getTaskInstance().getId());
            database.countCommit();
        }

        @Override
        public void onExecutionComplete(ExecutionComplete complete) {
            running.remove(complete.getExecution().getId());
        }

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.UNEXPECTED_ERROR && !paused) {
                paused = true;
                scheduler.pause();
            }
        }
    }

    /** Tasks carry no data, so nothing is ever serialized. */
    private static final class NoData implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return null;
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] data) {
            return null;
        }
    }
}
