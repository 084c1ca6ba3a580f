package org.openbeian.api.curtain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A curtain of an order. Immutable.
 *
 * @param id id of the curtain
 * @param version counts the changes; 1 when new
 * @param orderId order it is for
 * @param account account of the applicant
 * @param state where it stands
 * @param to where it goes; masked for all but the applicant
 * @param price CNY, always 0 (W-08); there is no deposit either (W-10)
 * @param carrier who carries it, or null before the dispatch
 * @param tracking the carrier's number, or null before the dispatch
 * @param history its steps, the oldest first
 */
public record Curtain(String id, long version, String orderId, String account, CurtainState state, CurtainAddress to, BigDecimal price,
        String carrier, String tracking, List<CurtainStep> history) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when it costs anything
     */
    public Curtain {
        if (price.signum() != 0) {
            throw new IllegalArgumentException("a curtain is free of charge");
        }
        history = List.copyOf(history);
    }

    /** A new curtain. */
    public static Curtain requested(String id, String orderId, String account, CurtainAddress to, CurtainStep step) {
        return new Curtain(id, 1, orderId, account, step.state(), to, BigDecimal.ZERO, null, null, List.of(step));
    }

    /** The next version, after a step. */
    public Curtain next(CurtainStep step, String newCarrier, String newTracking) {
        List<CurtainStep> steps = new ArrayList<>(history);
        steps.add(step);
        return new Curtain(id, version + 1, orderId, account, step.state(), to, price, newCarrier, newTracking, steps);
    }

    /** This version as others than the applicant see it. */
    public Curtain masked() {
        return new Curtain(id, version, orderId, account, state, to.masked(), price, carrier, tracking, history);
    }
}
