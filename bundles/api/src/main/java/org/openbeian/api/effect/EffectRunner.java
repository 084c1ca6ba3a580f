package org.openbeian.api.effect;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Runs the stages of the flow, each through its route {@code direct:<stage>}, on the caller's thread. Thread-safe. */
@ProviderType
public interface EffectRunner {

    /**
     * Runs a stage.
     *
     * @param stage name of the stage
     * @param key what it shall work on, such as the name of a lane
     * @return when to run again, or empty when nothing is left
     */
    Optional<Instant> run(String stage, String key);
}
