package org.openbeian.api.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only audit. Recording costs one insert and takes no lock; entries are sealed into one hash chain in batches,
 * within seconds. Thread-safe.
 */
@ProviderType
public interface AuditLog {

    /**
     * Records an action. Joins the caller's transaction, so that neither the action nor its entry exists without the other;
     * without one, the entry has a transaction of its own.
     *
     * @param actor who acted; for a refused log-in an actor without roles
     * @param action what was done, lower case with dots, such as {@code order.reveal}; at most 80 characters
     * @param objectKind kind of what it was done to, such as {@code order}, or null
     * @param objectId id of what it was done to, or null; never a person's name or number
     * @param reason why, or null; what is longer than 1,000 characters is cut
     * @param details further facts by name, without personal data
     */
    void record(Actor actor, String action, String objectKind, String objectId, String reason, Map<String, String> details);

    /** Sealed entries, newest first. What was recorded before this call is sealed first. */
    List<AuditEntry> list(AuditQuery query);

    /**
     * Hands out every sealed entry from a number on, in order. What was recorded before this call is sealed first.
     *
     * @param fromNo number of the first entry, 1 for all
     * @param out receives the entries, one at a time
     * @return the last entry's number and hash, or null when there is none
     */
    AuditProof export(long fromNo, Consumer<AuditEntry> out);

    /** Whether the chain still leads over what was noted before; false also when that entry is not there any more. */
    boolean confirms(AuditProof noted);
}
