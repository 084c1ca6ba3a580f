package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How the database does, for readiness and the doctor. Thread-safe. */
@ProviderType
public interface StoreHealth {

    /**
     * The state of the database.
     *
     * @param reachable whether a query was answered just now
     * @param product product and version
     * @param schemaVersion version of the schema
     * @param detail what is wrong, or null
     * @param scheduledTasks durable tasks that wait
     * @param commits transactions committed since start
     */
    record Status(boolean reachable, String product, String schemaVersion, String detail, long scheduledTasks,
            long commits) {
    }

    /** Asks the database; never throws. */
    Status check();

    /**
     * A durable task that failed and will be tried again, or that waits for its handler.
     *
     * @param task name of the {@link DurableTask}
     * @param key key it was scheduled with
     * @param failures how often it failed in a row
     * @param cause why it failed last
     * @param nextTry when it is tried again
     */
    record FailingTask(String task, String key, int failures, String cause, Instant nextTry) {
    }

    /**
     * Durable tasks that do not get on, longest first.
     *
     * @throws StoreUnavailable when the database cannot be reached
     */
    List<FailingTask> failingTasks(int limit);
}
