package org.openbeian.api.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Code of a durable task; register it as a service. It must be idempotent: a task may run again after a crash.
 */
@ConsumerType
public interface DurableTask {

    /** Name of the task, unique; never changes once tasks of this name are stored. */
    String name();

    /**
     * Whether a virtual clock may jump to this task's time. False, the default, for what a person waits with, such as the promised
     * time of a review, and for what comes again and again.
     */
    default boolean machine() {
        return false;
    }

    /**
     * What is to be scheduled because this service is there: by key, when it is due. The server makes sure of it when the service
     * comes, at each start too, as soon as the database can be reached; see {@link DurableTasks#ensure}.
     *
     * @return nothing for tasks that others schedule
     */
    default Map<String, Instant> standing() {
        return Map.of();
    }

    /**
     * Runs the task. An exception makes it run again later, with growing pauses.
     *
     * @param key the key it was scheduled with
     * @return when to run again, or empty when it is done
     */
    Optional<Instant> run(String key);
}
