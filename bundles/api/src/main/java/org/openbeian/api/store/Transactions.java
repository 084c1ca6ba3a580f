package org.openbeian.api.store;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Database transactions bound to the calling thread. Every store and {@link DurableTasks#schedule} called inside joins the
 * transaction; a call inside a call joins the outer one. Thread-safe.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs work in one transaction, committed when it returns and rolled back when it throws. When the database breaks it
     * off because of another transaction (a deadlock, a lock that was not given in time), the outermost work is run again
     * from its start, a few times. An exception that leaves an inner call rolls the outer one back even when it is caught.
     *
     * @param work the work; stays on the calling thread, and can be run again: what it leaves in memory must not add up
     * @return what the work returned
     * @throws StoreUnavailable when the database cannot be reached; nothing was committed
     */
    <T> T call(Supplier<T> work);

    /** As {@link #call}, without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs an action after the present transaction committed, on the same thread; at once when there is none. It is lost
     * when the process dies in between, so nothing that matters may rest on it alone.
     */
    void afterCommit(Runnable action);
}
