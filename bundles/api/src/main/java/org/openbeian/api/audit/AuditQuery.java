package org.openbeian.api.audit;

import java.time.Instant;

/**
 * Which entries are asked for; null leaves a part open.
 *
 * @param account account that acted
 * @param action the action, or its beginning followed by {@code *}
 * @param objectKind kind of the object
 * @param objectId id of the object
 * @param from the earliest instant
 * @param until the first instant that is too late
 * @param before only entries with a smaller number; 0 for the newest
 * @param limit how many at most, 1 to 200
 */
public record AuditQuery(String account, String action, String objectKind, String objectId, Instant from, Instant until,
        long before, int limit) {

    /** The newest entries. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(null, null, null, null, null, null, 0, limit);
    }

    /** The newest entries about one object. */
    public static AuditQuery about(String objectKind, String objectId, int limit) {
        return new AuditQuery(null, null, objectKind, objectId, null, null, 0, limit);
    }
}
