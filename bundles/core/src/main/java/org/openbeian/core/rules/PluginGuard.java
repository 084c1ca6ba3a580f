package org.openbeian.core.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbeian.core.plugin.Bulkhead;

/**
 * Calls one plugin on threads of its own, a few at most and with a time limit, so that one that hangs costs neither the
 * caller nor other plugins; one in quarantine is not called. Thread-safe.
 */
final class PluginGuard implements AutoCloseable {

    /** The machine's clock, as the log has it: a failure concerns the operator, not the orders. */
    private static final Clock MACHINE = Clock.systemUTC();

    private final String plugin;
    private final Limits limits;
    private final Quarantine quarantine;
    private final Door naming;
    private final Door judging;
    private final Bulkhead threads;
    private volatile Failures failures = new Failures(0, null, null);

    /**
     * A guard.
     *
     * @param plugin name of the plugin's bundle, for messages
     * @param key what the plugin is known by in the quarantine
     */
    PluginGuard(String plugin, String key, Limits limits, Quarantine quarantine) {
        this.plugin = plugin;
        this.limits = limits;
        this.quarantine = quarantine;
        this.naming = new Door(key + "#name", quarantine.slot(key + "#name"));
        this.judging = new Door(key, quarantine.slot(key));
        this.threads = new Bulkhead("openbeian-plugin-" + plugin, limits.threads());
    }

    /** One kind of call: what it is known by in the quarantine, and where it is noted. */
    private record Door(String key, CallLedger.Slot slot) {
    }

    /**
     * How much a plugin may take.
     *
     * @param millis time for one call
     * @param threads calls at once
     */
    record Limits(long millis, int threads) {
    }

    /**
     * The calls that failed.
     *
     * @param count how many
     * @param at when the last one failed, or null
     * @param message how, or null
     */
    record Failures(long count, Instant at, String message) {
    }

    /** Says why a call gave no answer; without the message of an exception, which may hold what an applicant entered. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Failures failures() {
        return failures;
    }

    /** Why the plugin is not called, or null. */
    String quarantined() {
        String unnamed = quarantine.reason(naming.key());
        return unnamed != null ? unnamed : quarantine.reason(judging.key());
    }

    void release() {
        quarantine.release(naming.key());
        quarantine.release(judging.key());
    }

    /** What a plugin says of itself, never null; also one is asked whose judging is in quarantine. */
    <T> T name(Callable<T> question) throws Failed {
        return call(naming, question);
    }

    /** The answer of a call, never null. */
    <T> T call(Callable<T> question) throws Failed {
        return call(judging, question);
    }

    private <T> T call(Door door, Callable<T> question) throws Failed {
        String reason = quarantine.reason(door.key());
        if (reason != null) {
            throw new Failed(plugin + " is quarantined: " + reason, null);
        }
        try {
            return ask(door, question);
        } catch (Failed e) {
            note(e.getMessage());
            throw e;
        }
    }

    /** Counts a call as failed, also one whose answer turned out to be nonsense. */
    synchronized void note(String message) {
        failures = new Failures(failures.count() + 1, MACHINE.instant(), message);
    }

    private <T> T ask(Door door, Callable<T> question) throws Failed {
        Future<T> answer;
        try {
            answer = threads.submit(() -> noted(door, question));
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

    private <T> T noted(Door door, Callable<T> question) throws Exception {
        door.slot().enter();
        try {
            return question.call();
        } catch (OutOfMemoryError e) {
            quarantine.outOfMemory(door.key());
            throw e;
        } finally {
            door.slot().leave();
        }
    }

    @Override
    public void close() {
        threads.close();
        naming.slot().free();
        judging.slot().free();
    }
}
