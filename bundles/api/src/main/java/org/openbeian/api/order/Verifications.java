package org.openbeian.api.order;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Runs the checks of one step of the forms without submitting. Thread-safe. */
@ProviderType
public interface Verifications {

    /**
     * Looks at one step. The authority is asked over its interface, without effect there.
     *
     * @param step {@code basic}, {@code organizer}, {@code organizer-principal}, {@code service}, {@code service-principal}, or null
     *     for all of them
     * @throws Refusal NOT_FOUND when the order is unknown to the actor, INVALID for another step
     */
    Verification verify(Actor actor, String id, String step);
}
