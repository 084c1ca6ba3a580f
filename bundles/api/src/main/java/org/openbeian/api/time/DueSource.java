package org.openbeian.api.time;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows of work with a time. A virtual clock jumps to the earliest {@link #nextDue()} only while no source is busy. Things
 * that a person waits with, such as the promised time of a review, are not reported, so that nobody's draft expires while
 * he types. Thread-safe.
 */
@ConsumerType
public interface DueSource {

    /** Whether something is due or running at this moment. */
    boolean busy();

    /** The earliest instant at which a machine has something to do, if any. */
    Optional<Instant> nextDue();

    /** Told after a virtual clock jumped: what came due is looked for at once, not at the next look in real time. Returns soon. */
    default void jumped() {
    }
}
