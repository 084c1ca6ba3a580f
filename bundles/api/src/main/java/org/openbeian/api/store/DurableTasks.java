package org.openbeian.api.store;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One-time tasks that survive a crash. A task is run at least once, by the {@link DurableTask} service of its name, on one
 * node at a time; while no such service is there it waits. Thread-safe.
 */
@ProviderType
public interface DurableTasks {

    /**
     * Schedules a task in the caller's transaction; one with this name and key that is scheduled already stays as it is.
     *
     * @param task name of the {@link DurableTask}
     * @param key tells the task what to do, such as order, event number and purpose
     * @param at when it is due, by the server's clock
     */
    void schedule(String task, String key, Instant at);

    /**
     * Makes sure that a task is scheduled, outside any transaction: nothing happens when one with this name and key is
     * scheduled already, unless the new time is earlier. Inside a transaction it happens after the commit.
     */
    void ensure(String task, String key, Instant at);

    /** Drops a task in the caller's transaction; one that is unknown, or that runs just now, stays as it is. */
    void cancel(String task, String key);
}
