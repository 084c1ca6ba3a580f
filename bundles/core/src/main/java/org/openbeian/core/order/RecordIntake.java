package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.order.PublishedRecord;

/** Takes the records of a full resynchronisation (SJTB). Thread-safe. */
public interface RecordIntake {

    /**
     * Holds a record against the register: what differs is a case, unless the register changed since, and the register itself stays as it
     * is. Joins the caller's transaction.
     *
     * @param authorityId authority that says it
     * @param asOf as of when the record is
     * @return what of it is not compared, and why
     */
    List<String> synchronize(String authorityId, PublishedRecord filing, Instant asOf);
}
