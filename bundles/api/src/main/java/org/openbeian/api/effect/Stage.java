package org.openbeian.api.effect;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A stage of the flow in plain Java; its route {@code direct:<name>} calls it. Registered with the service property
 * {@link #NAME}. Thread-safe.
 */
@ProviderType
public interface Stage {

    /** Service property with the name of the stage. */
    String NAME = "stage";

    /** Stage that carries out the uploads of one authority; works on a lane {@code authority:<id>}. */
    String AUTHORITY_LANE = "lane.authority";

    /** Stage that sends the messages of one channel; works on a lane {@code channel:<id>}. */
    String CHANNEL_LANE = "lane.channel";

    /** Stage that fetches and applies the result files of one authority; works on its id. */
    String AUTHORITY_POLL = "authority-poll";

    /** Stage that lets lanes go on whose plugin or account has come; its key is not used. */
    String MISSING_PARTS = "missing-parts";

    /**
     * Works on what is due.
     *
     * @param key what to work on
     * @return when to run again, or empty when nothing is left
     */
    Optional<Instant> run(String key);
}
