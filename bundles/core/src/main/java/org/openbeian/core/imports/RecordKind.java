package org.openbeian.core.imports;

import java.util.List;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Permission;

/**
 * A kind of records that can be imported; found by its id as a service. Thread-safe.
 *
 * @param <T> what is stored
 */
public interface RecordKind<T> {

    /**
     * A good record.
     *
     * @param name names the thing among its kind; at most 310 characters
     * @param value what is stored
     */
    record Found<V>(String name, V value) {
    }

    /** Id of the kind, such as {@code resources}. */
    String id();

    /** Who may import such records. */
    default Permission permission() {
        return Permission.WRITE_RESOURCE;
    }

    /** Takes the fields of a record; null when something is wrong with them, which the fields then tell. */
    Found<T> read(Fields fields);

    /** Stores good records in the caller's transaction; those of the same names are replaced. */
    void store(List<T> portion);

    /**
     * Does the part of {@link #store} that needs none of the caller's transactions; it may turn out to be for nothing.
     *
     * @return stores the records; run in the caller's transaction, again if that is run again, on another thread
     */
    default Runnable prepared(List<T> portion) {
        return () -> store(portion);
    }

    /**
     * Removes in the caller's transaction what is stored of the kind and was not marked by an import; returns how much.
     *
     * @throws Refusal when nothing of this kind is removed by an import
     */
    default int removeExcept(String importId) {
        throw new Refusal(Refusal.Kind.INVALID, "import-not-whole", "An import of this kind removes nothing; leave whole out.");
    }
}
