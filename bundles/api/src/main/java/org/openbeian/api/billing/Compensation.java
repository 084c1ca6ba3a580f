package org.openbeian.api.billing;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.resource.ResourceRef;

/**
 * The filing compensation (备案补偿) of one approved order: as long as the filing took, so long the provider gives free server
 * time (W-12). What was granted stays as it is when the operator's policy changes.
 *
 * @param orderId the order
 * @param account its account
 * @param resource the server that the time is for, or null when the order names none
 * @param policy what was counted
 * @param lines each stay in a state from the first submission to the approval; never null
 * @param seconds the counted time
 * @param days whole days that were granted, rounded and capped; 0 when nothing was left to grant
 * @param grantedAt when it was granted
 * @param bookedAt when the billing took it, or null while it has not
 */
public record Compensation(String orderId, String account, ResourceRef resource, Policy policy, List<Stay> lines, long seconds, int days,
        Instant grantedAt, Instant bookedAt) {

    /** What is counted. */
    public enum Policy {
        /** All of the time. */
        GROSS,
        /** All but the time in which the applicant was waited for. */
        NET,
        /** Nothing: no compensation is granted. */
        NONE
    }

    /**
     * A stay in one state.
     *
     * @param state the state
     * @param from when it was entered
     * @param until when it was left
     * @param counted whether it counts for the compensation
     */
    public record Stay(OrderState state, Instant from, Instant until, boolean counted) {
    }

    /** Copies the list. */
    public Compensation {
        lines = List.copyOf(lines);
    }

    /** This compensation, taken by the billing. */
    public Compensation booked(Instant at) {
        return new Compensation(orderId, account, resource, policy, lines, seconds, days, grantedAt, at);
    }
}
