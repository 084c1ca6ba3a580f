package org.openbeian.api.butler;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The filing butler. Voluntary, and never a condition of a filing. A case is seen by the account that asked for it, by its
 * butler while it is assigned, and, without what was handed over, by other staff. Every change is audited. Thread-safe.
 *
 * <p>Methods throw {@link org.openbeian.api.order.Refusal}: NOT_FOUND for a case that the actor does not see, WRONG_STATE,
 * FORBIDDEN, or INVALID.
 */
@ProviderType
public interface Butlers {

    /** Prices in CNY by item (T-112, T-113). */
    Map<String, BigDecimal> prices();

    /**
     * Asks for the service.
     *
     * @param orderId an order of the actor's own
     * @param items at least one price item, each once
     */
    ButlerCase request(Actor actor, String orderId, List<String> items);

    /** Gives the case to a butler and books its price. */
    ButlerCase assign(Actor actor, String id, String butler);

    /** Hands a note and materials over to the butler of the case. */
    ButlerCase handOver(Actor actor, String id, String note, List<String> materials);

    /**
     * A picture that was handed over: as uploaded for whoever handed it over; for the butler of the case, while he serves it,
     * with his name and the time across it, and audited. What was not handed over he does not see by his case.
     */
    MaterialContent material(Actor actor, String id, String materialId);

    /** Ends the service. */
    ButlerCase complete(Actor actor, String id);

    /** Gives the service up before a butler was assigned; nothing is charged. */
    ButlerCase cancel(Actor actor, String id);

    /** One case; the look of a butler at what was handed over is audited. */
    ButlerCase get(Actor actor, String id);

    /** The cases that the actor sees, newest first, without what was handed over; at most 200. */
    List<ButlerCase> list(Actor actor);
}
