package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Collects what is due for an account: deadlines of its orders and of the cases that authorities opened. Thread-safe. */
@ProviderType
public interface Obligations {

    /** What is due, the earliest first; at most 1,000. */
    List<Obligation> of(Actor actor);
}
