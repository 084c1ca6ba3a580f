package org.openbeian.api.key;

import java.util.Map;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Changes the master key while the server runs. Callers check the right before. Thread-safe. */
@ProviderType
public interface KeyRotation {

    /**
     * How far a change of the master key is.
     *
     * @param current id of the current master key
     * @param keys how many data keys each known master key wraps, by its id
     * @param remaining how many data keys are not under the current master key yet; 0 when no change is under way
     */
    record Status(String current, Map<String, Long> keys, long remaining) {
    }

    /** How things stand. */
    Status status();

    /**
     * Makes a new master key the current one. The data keys are put under it in the background, by one of the nodes, in small
     * transactions; a restart goes on where it stopped. Data stays readable and writable all the time.
     */
    Status rotate(Actor actor);

    /**
     * Destroys a master key that wraps nothing any more. Backups made before the change cannot be read without it.
     *
     * @throws IllegalArgumentException when it is unknown, current, or still wraps keys
     */
    Status retire(Actor actor, String master);
}
