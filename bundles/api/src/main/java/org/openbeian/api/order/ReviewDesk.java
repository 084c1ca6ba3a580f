package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What specialists work by: the queue, the call with its script and checklist, and the reasons for a return. Every method throws
 * {@link Refusal} as {@link Orders} does, and needs the permission REVIEW_ORDER. Thread-safe.
 */
@ProviderType
public interface ReviewDesk {

    /** Orders in pre-review, by the time at which they are due and by risk. */
    List<ReviewItem> queue(Actor actor, ReviewQuery query);

    /** What to go by when phoning about an order. */
    CallTask callTask(Actor actor, String id);

    /**
     * Whether what a person said are the last six characters of the ID number of the person to phone (T-35). Kept nowhere.
     *
     * @param lastSix six letters or digits, in any case
     */
    boolean isLastSix(Actor actor, String id, String lastSix);

    /** The reasons for which an order may be returned. */
    ReasonCatalogue reasons(Actor actor, String id);
}
