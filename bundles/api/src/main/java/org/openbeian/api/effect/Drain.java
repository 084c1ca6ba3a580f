package org.openbeian.api.effect;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Work that is to be brought to an end before the server stops; asked once, before any bundle is stopped. Thread-safe. */
@ProviderType
public interface Drain {

    /**
     * Takes no new work any more and waits for the work under way.
     *
     * @param patience how long to wait at most, in real time
     * @return whether all work ended in time
     */
    boolean drain(Duration patience);
}
