package org.openbeian.api.curtain;

import java.util.List;
import java.util.Map;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Curtains for the verification photo (W-08, W-10): free, without deposit and without return, one under way per order. A curtain is
 * seen by whoever sees its order, its address by the applicant alone. Every change is audited. Thread-safe.
 *
 * <p>Methods throw {@link org.openbeian.api.order.Refusal}: NOT_FOUND for an order that the actor does not see or that has no
 * curtain, FORBIDDEN, WRONG_STATE, STALE, or INVALID with all findings at once.
 */
@ProviderType
public interface Curtains {

    /** Longest page of {@link #list}. */
    int MOST = 200;

    /**
     * Curtains: all for staff, otherwise those of the actor's account; those of later orders first.
     *
     * @param state only those in this state, or null
     * @param before only those with a smaller id, or null
     * @param limit 1 to {@value #MOST}
     */
    List<Curtain> list(Actor actor, CurtainState state, String before, int limit);

    /** The latest curtain of an order. */
    Curtain get(Actor actor, String orderId);

    /**
     * Asks for a curtain. Only the applicant does, for an order that was not given up, did not expire and need not be filed anew, and
     * not while another is under way.
     */
    Curtain request(Actor actor, String orderId, CurtainAddress to);

    /**
     * Shows where a curtain under way goes, to who sends it; audited with the reason.
     *
     * @param reason why, 4 to 1,000 characters
     * @return the fields of {@link CurtainAddress} in clear, by JSON pointer
     */
    Map<String, String> reveal(Actor actor, String orderId, String reason);

    /**
     * Notes that a requested curtain was sent, and tells the applicant.
     *
     * @param carrier who carries it, 1 to 40 characters; null together with {@code tracking} has the {@link Courier} take it
     * @param tracking the carrier's number, 4 to 40 letters, digits and hyphens
     */
    Curtain dispatch(Actor actor, String orderId, String carrier, String tracking);

    /** Notes that a curtain arrived; by the applicant, or by who sends curtains. */
    Curtain receive(Actor actor, String orderId);

    /** Gives a curtain up that was not sent yet; by the applicant, or by who sends curtains. */
    Curtain cancel(Actor actor, String orderId);
}
