package org.openbeian.api.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows of deadlines of an account beside those of its orders and cases of authorities: a part of the server provides it as a
 * service. Asked for each request, on any thread; one that throws is left out, and said in the log.
 */
@ConsumerType
public interface ObligationSource {

    /**
     * What is due for the actor's own account, in any order; at most some hundred.
     *
     * @param now by which it is told what is overdue
     */
    List<Obligation> of(Actor actor, Instant now);
}
