package org.openbeian.store.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openbeian.api.store.DurableTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the task {@value #TASK} for lanes with open effects, one run per lane at a time. Nothing is stored for it: the
 * effects themselves are durable, a lane that was woken and forgotten by a crash is found by the next sweep, and the lock
 * on the lane's row keeps two nodes apart. That saves three commits per run.
 */
final class LaneRunner {

    /** Name of the {@link DurableTask} that drains a lane. */
    static final String TASK = "lane";

    private static final String CHANNEL = "channel:";
    /** Each of so many channels may hang with a connection to the database, and leaves as many of the pool's 32 to orders. */
    private static final int CHANNELS = 16;
    /** Longer than what channels take that work. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);

    private final Clock clock;
    private final StoreSettings.Values settings;
    private final Map<String, DurableTask> handlers;
    private final ThreadPoolExecutor threads;
    /** Channels wait for others, each for up to half a minute: each has a thread of its own, lest uploads or other channels wait. */
    private final ThreadPoolExecutor channels;
    /** Lanes that run or wait for a thread. */
    private final Map<String, Active> active = new ConcurrentHashMap<>();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    LaneRunner(Clock clock, StoreSettings.Values settings, Map<String, DurableTask> handlers) {
        this.clock = clock;
        this.settings = settings;
        this.handlers = handlers;
        this.threads = pool(settings.laneThreads(), "openbeian-lane");
        this.channels = pool(CHANNELS, "openbeian-lane-channel");
    }

    private static ThreadPoolExecutor pool(int size, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Threads.named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private record Failure(int count, long notBeforeNanos) {
    }

    /**
     * A lane that runs or waits for a thread.
     *
     * @param again whether it was woken again meanwhile
     * @param sinceNanos when its present run was asked for
     */
    private record Active(boolean again, long sinceNanos) {

        static Active since() {
            return new Active(false, System.nanoTime());
        }

        Active woken() {
            return new Active(true, sinceNanos);
        }
    }

    /** Runs a lane soon, unless it failed a moment ago; one that runs now runs once more. Returns at once. */
    void wake(String lane) {
        Failure failure = failures.get(lane);
        if (failure != null && System.nanoTime() - failure.notBeforeNanos() < 0) {
            return;
        }
        boolean[] added = new boolean[1];
        active.compute(lane, (name, again) -> {
            added[0] = again == null;
            return again == null ? Active.since() : again.woken();
        });
        if (added[0]) {
            try {
                (lane.startsWith(CHANNEL) ? channels : threads).execute(() -> run(lane));
            } catch (RejectedExecutionException e) {
                active.remove(lane);
                LOG.debug("Lane {} is left to the next start", lane);
            }
        }
    }

    /** Runs the lanes again that failed and have rested. */
    void wakeRested() {
        failures.keySet().forEach(this::wake);
    }

    /** Whether a lane runs that is not held up. */
    boolean isBusy() {
        return active.keySet().stream().anyMatch(lane -> !isHeldUp(lane));
    }

    /** Whether a channel's other side keeps its lane waiting, or the lane rests because it failed. */
    boolean isHeldUp(String lane) {
        Active run = active.get(lane);
        Failure failure = failures.get(lane);
        return lane.startsWith(CHANNEL) && (run != null && System.nanoTime() - run.sinceNanos() > PATIENCE_NANOS
            || failure != null && System.nanoTime() - failure.notBeforeNanos() < 0);
    }

    /** Takes no more runs and waits for those under way within the configured limit. */
    void stop() {
        List<ThreadPoolExecutor> pools = List.of(threads, channels);
        pools.forEach(pool -> {
            pool.shutdown();
            pool.getQueue().clear();
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.shutdownSeconds());
        try {
            for (ThreadPoolExecutor pool : pools) {
                if (!pool.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    LOG.warn("Lanes {} are still at work and are interrupted; their effects stay open", active.keySet());
                    pool.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            pools.forEach(ThreadPoolExecutor::shutdownNow);
            Thread.currentThread().interrupt();
        }
    }

    private void run(String lane) {
        active.put(lane, Active.since());
        while (drain(lane) && !threads.isShutdown()) {
            if (active.computeIfPresent(lane, (name, run) -> run.again() ? Active.since() : null) == null) {
                return;
            }
        }
        active.remove(lane);
    }

    /** Runs the handler once; false when the lane must rest. */
    private boolean drain(String lane) {
        DurableTask handler = handlers.get(TASK);
        if (handler == null) {
            LOG.debug("Lane {} waits: {}", lane, TaskTable.NO_HANDLER);
            return false;
        }
        try {
            Optional<Instant> next = handler.run(lane);
            failures.remove(lane);
            if (next.isPresent() && !next.get().isAfter(clock.instant())) {
                active.computeIfPresent(lane, (name, run) -> run.woken());
            }
            return true;
        } catch (RuntimeException | Error e) {
            int count = failures.containsKey(lane) ? failures.get(lane).count() + 1 : 1;
            long pause = settings.pauseAfter(count).toNanos();
            failures.put(lane, new Failure(count, System.nanoTime() + pause));
            LOG.warn("Lane {} failed {} times and rests for {} s: {}", lane, count, TimeUnit.NANOSECONDS.toSeconds(pause),
                e.toString());
            LOG.debug("Lane {} failed", lane, e);
            return false;
        }
    }
}
