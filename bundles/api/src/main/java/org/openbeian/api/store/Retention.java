package org.openbeian.api.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How long data of each kind is kept, and the removal of what was kept long enough. It also runs by itself. Thread-safe. */
@ProviderType
public interface Retention {

    /**
     * One kind of data.
     *
     * @param kind what it is, such as {@code deliveries}
     * @param keepDays how long it is kept, in days
     * @param rows how many rows are, or were, to be removed
     */
    record Rule(String kind, int keepDays, long rows) {
    }

    /** What a run would remove now; changes nothing. */
    List<Rule> plan();

    /** Removes it, and says how much it was. */
    List<Rule> run();
}
