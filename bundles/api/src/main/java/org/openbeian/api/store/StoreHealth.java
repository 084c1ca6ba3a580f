package org.openbeian.api.store;

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
}
