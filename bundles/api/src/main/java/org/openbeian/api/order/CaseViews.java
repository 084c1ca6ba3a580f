package org.openbeian.api.order;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Shows cases over all their stages. Thread-safe. */
@ProviderType
public interface CaseViews {

    /**
     * Where a case stands now.
     *
     * @throws Refusal NOT_FOUND when the order is unknown to the actor
     */
    CaseView of(Actor actor, String id);
}
