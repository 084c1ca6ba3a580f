package org.openbeian.core.rules;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls one plugin on threads of its own, a few at most and with a time limit, so that one that hangs costs neither the
 * caller nor other plugins. Thread-safe.
 */
final class PluginGuard implements AutoCloseable {

    private static final long IDLE_SECONDS = 30;

    private final String plugin;
    private final Limits limits;
    private final ExecutorService threads;

    PluginGuard(String plugin, Limits limits) {
        this.plugin = plugin;
        this.limits = limits;
        AtomicInteger count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(0, limits.threads(), IDLE_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "openbeian-plugin-" + plugin + "-" + count.incrementAndGet());
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                return thread;
            });
    }

    /**
     * How much a plugin may take.
     *
     * @param millis time for one call
     * @param threads calls at once
     */
    record Limits(long millis, int threads) {
    }

    /** Says why a call gave no answer; without the message of an exception, which may hold what an applicant entered. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The answer of a call, never null. */
    <T> T call(Callable<T> question) throws Failed {
        Future<T> answer;
        try {
            answer = threads.submit(question);
        } catch (RejectedExecutionException e) {
            throw new Failed(plugin + " is busy: all of its " + limits.threads() + " threads wait for an answer", e);
        }
        try {
            T result = answer.get(limits.millis(), TimeUnit.MILLISECONDS);
            if (result == null) {
                throw new Failed(plugin + " answered null", null);
            }
            return result;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Failed(plugin + " gave no answer within " + limits.millis() + " ms", e);
        } catch (ExecutionException e) {
            throw new Failed(plugin + " threw " + e.getCause().getClass().getName(), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Failed(plugin + ": interrupted while waiting for it", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
