package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The entries of the audit. Entries are added open, without number and hashes, and sealed into the chain later; a sealed one
 * never changes. Every method joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface AuditStore {

    /** Action of the entry that tells from where on entries are kept; its object is the number of the first one. */
    String CUT = "audit.cut";

    /**
     * How far the chain reaches.
     *
     * @param firstNo number of the first entry that is kept, 1 unless older ones were removed
     * @param firstPrevious hash before the first entry
     * @param lastNo number of the last sealed entry; {@code firstNo - 1} when there is none
     * @param lastHash hash of the last sealed entry; {@code firstPrevious} when there is none
     */
    record Chain(long firstNo, String firstPrevious, long lastNo, String lastHash) {
    }

    /** Adds an open entry. */
    void add(AuditEntry open);

    /** Open entries with their ids, in the order in which they were added. */
    Map<Long, AuditEntry> open(int limit);

    /** How far the chain reaches. */
    Chain chain();

    /** As {@link #chain}, holding it against others until the transaction ends. */
    Chain lock();

    /** Gives open entries, by id, their numbers and hashes, and moves the end of the chain. */
    void seal(Map<Long, AuditEntry> sealed, Chain after);

    /** Sealed entries, newest first. */
    List<AuditEntry> list(AuditQuery query);

    /** Sealed entries from a number on, in order. */
    List<AuditEntry> from(long no, int limit);

    /**
     * Removes the oldest sealed entries, those before an instant up to the first later one; the chain begins later then, and an
     * open entry {@value #CUT} tells its new beginning and the hash before it.
     *
     * @param limit how many at most
     * @return how many were removed
     */
    int trim(Instant before, int limit);
}
