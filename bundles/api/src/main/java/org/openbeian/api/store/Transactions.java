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
     * Runs work in one transaction, committed when it returns and rolled back when it throws.
     *
     * @param work the work; stays on the calling thread
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
