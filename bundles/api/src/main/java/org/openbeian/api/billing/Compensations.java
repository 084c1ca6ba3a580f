package org.openbeian.api.billing;

import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The compensations of approved orders (W-12). Thread-safe. */
@ProviderType
public interface Compensations {

    /**
     * The compensation of an order, line by line.
     *
     * @throws org.openbeian.api.order.Refusal NOT_FOUND when the actor does not see the order, or it got no compensation
     */
    Compensation get(Actor actor, String orderId);
}
