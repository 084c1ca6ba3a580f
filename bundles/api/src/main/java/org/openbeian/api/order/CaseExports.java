package org.openbeian.api.order;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Hands out what is kept of one order. Thread-safe. */
@ProviderType
public interface CaseExports {

    /**
     * Everything about an order, read at one moment.
     *
     * @throws Refusal NOT_FOUND when the order is unknown to the actor
     */
    CaseExport of(Actor actor, String id);
}
