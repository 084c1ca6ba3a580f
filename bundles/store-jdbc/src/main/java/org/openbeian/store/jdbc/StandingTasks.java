package org.openbeian.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbeian.api.store.DurableTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks handlers what is to be scheduled for them, each on a thread of its own: one that hangs is waited for once, and its answer is
 * taken whenever it comes. For one thread at a time, but for {@link #forget}.
 */
final class StandingTasks {

    private static final Logger LOG = LoggerFactory.getLogger(StandingTasks.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("openbeian-standing"));
    private final Map<DurableTask, Future<Map<String, Instant>>> asked = new ConcurrentHashMap<>();
    private final Duration patience;

    StandingTasks(Duration patience) {
        this.patience = patience;
    }

    /**
     * What a handler says.
     *
     * @return empty while it does not answer; to be asked again
     * @throws RuntimeException that the handler threw
     */
    Optional<Map<String, Instant>> of(DurableTask handler) {
        boolean first = !asked.containsKey(handler);
        try {
            Future<Map<String, Instant>> answer = asked.computeIfAbsent(handler,
                one -> threads.submit(() -> Map.copyOf(one.standing())));
            Map<String, Instant> standing = answer.get(first ? patience.toMillis() : 0, TimeUnit.MILLISECONDS);
            asked.remove(handler);
            return Optional.of(standing);
        } catch (TimeoutException e) {
            if (first) {
                LOG.warn("Task {} does not say what is to be scheduled for it; the others go on", handler.name());
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            asked.remove(handler);
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException | CancellationException e) {
            return Optional.empty(); // The work ended meanwhile, or the handler left: whoever comes next asks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A handler left: its answer is not wanted any more. */
    void forget(DurableTask handler) {
        Optional.ofNullable(asked.remove(handler)).ifPresent(answer -> answer.cancel(true));
    }

    void stop() {
        threads.shutdownNow();
        asked.clear();
    }
}
