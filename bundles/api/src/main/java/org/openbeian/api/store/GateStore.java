package org.openbeian.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.openbeian.api.gate.GateState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the gate follows. A key is a domain in lower-case A-form, or {@code app:} and the filing number of an APP. Every
 * transaction that changes what stands behind a key adds a change to the sequence and the state is read where it stands, so a
 * change told twice does no harm. Thread-safe.
 */
@ProviderType
public interface GateStore {

    /**
     * One change.
     *
     * @param no its number; numbers of transactions that were broken off are missing, and a lower number can appear after a
     *     higher one, when its transaction ends later
     * @param key what changed
     */
    record Change(long no, String key) {
    }

    /** The highest number so far, 0 when there is none. */
    long last();

    /** Tells every key that has a state other than NONE. One read; may take long. */
    void scan(BiConsumer<String, GateState> to);

    /** Changes after a number, lowest first. */
    List<Change> changes(long after, int limit);

    /** Those of these changes that are there. */
    List<Change> changes(Collection<Long> numbers);

    /** The states of these keys; a key without one is left out. */
    Map<String, GateState> states(Collection<String> keys);

    /** Forgets changes from before a time; never the last one. */
    int forget(Instant before);
}
