package org.openbeian.core.order;

import org.openbeian.api.order.PublishedRecord;

/** Takes the records of a full resynchronisation (SJTB). Thread-safe. */
public interface RecordIntake {

    /**
     * Holds a record, as it stands now, against the register: what differs is a case, and the register itself stays as it is. Joins the
     * caller's transaction.
     */
    void synchronize(PublishedRecord filing);
}
