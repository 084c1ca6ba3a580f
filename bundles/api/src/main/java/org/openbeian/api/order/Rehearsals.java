package org.openbeian.api.order;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Runs an order through rules, upload and the simulated authority without any effect. Thread-safe. */
@ProviderType
public interface Rehearsals {

    /**
     * Rehearses an order in its present state.
     *
     * @throws Refusal NOT_FOUND when the order is unknown to the actor
     */
    Rehearsal rehearse(Actor actor, String id);
}
