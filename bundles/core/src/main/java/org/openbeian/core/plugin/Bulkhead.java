package org.openbeian.core.plugin;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs calls of others' code on threads of its own, so many at once at most. Whoever has the answer of a call may make the next one:
 * its place is free before the answer is seen, while a thread that a pool counts may still be on its way back. A call that was
 * given up keeps its place until the code behind it returned. Thread-safe.
 */
public final class Bulkhead implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore places;
    private final int count;

    /**
     * A bulkhead.
     *
     * @param name begins the names of its threads
     * @param calls calls at once
     */
    public Bulkhead(String name, int calls) {
        this.count = calls;
        this.places = new Semaphore(calls);
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
    }

    /**
     * Begins a call.
     *
     * @throws RejectedExecutionException when all places are taken, or after {@link #close}
     */
    public <T> Future<T> submit(Callable<T> call) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("all " + count + " places are taken");
        }
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable leave = () -> {
            if (held.getAndSet(false)) {
                places.release();
            }
        };
        FutureTask<T> answer = new FutureTask<>(() -> {
            try {
                return call.call();
            } finally {
                leave.run();
            }
        });
        try {
            threads.execute(() -> {
                try {
                    answer.run();
                } finally {
                    // One that was given up before it began never comes to its own end.
                    leave.run();
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            leave.run();
            throw e;
        }
        return answer;
    }

    /**
     * Makes a call and waits for its answer. What a failing call says may name a person: its class is told, not its text.
     *
     * @throws IOException when it fails, answers nothing, or does not answer in time; what it did is not known then
     * @throws RejectedExecutionException when all places are taken, or after {@link #close}; nothing was called then
     */
    public <T> T call(Callable<T> question, Duration patience) throws IOException {
        Future<T> answer = submit(question);
        try {
            T found = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (found == null) {
                throw new IOException("the call answered nothing");
            }
            return found;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the call did not end in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        } catch (ExecutionException e) {
            throw new IOException("the call failed with " + e.getCause().getClass().getName(), e);
        }
    }

    /** How many calls are under way. */
    public int busy() {
        return count - places.availablePermits();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
