package org.openbeian.core.order;

import java.time.Instant;
import org.openbeian.api.order.PublishedRecord;

/** Takes the records of a full resynchronisation (SJTB). Thread-safe. */
public interface RecordIntake {

    /**
     * Holds a record against the register: what differs is a case, unless the register changed since, and the register itself stays as it
     * is. Joins the caller's transaction.
     *
     * @param asOf as of when the record is
     */
    void synchronize(PublishedRecord filing, Instant asOf);
}
