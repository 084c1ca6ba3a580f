package org.openbeian.api.order;

import java.util.EnumSet;
import java.util.Set;
import org.openbeian.api.rules.Severity;

/** Why an order in pre-review needs a closer look. Its weight orders the queue; it decides nothing. */
public enum ReviewRisk {
    /** Specialists let it pass over a finding that would stop it. */
    OVERRIDE(4),
    /** The rules ask something that a specialist has to clear up. */
    ENQUIRY(2),
    /** A service touches a field that needs an approval of another authority (T-23). */
    PRE_APPROVAL(2),
    /** A service is commercial. */
    COMMERCIAL(2),
    /** It came back after a return. */
    RESUBMITTED(1),
    /** A call of this round was missed. */
    CALL_MISSED(1);

    private final int weight;

    ReviewRisk(int weight) {
        this.weight = weight;
    }

    /** What an order carries. */
    public static Set<ReviewRisk> of(Order order) {
        Set<ReviewRisk> risks = EnumSet.noneOf(ReviewRisk.class);
        order.review().clearances().forEach(one -> {
            if (one.severity() == Severity.BLOCK && one.holds()) {
                risks.add(OVERRIDE);
            } else if (one.severity() != Severity.BLOCK && !one.holds()) {
                risks.add(ENQUIRY);
            }
        });
        order.application().services().forEach(service -> {
            if (!service.preApprovals().isEmpty()) {
                risks.add(PRE_APPROVAL);
            }
            if (Boolean.TRUE.equals(service.commercial())) {
                risks.add(COMMERCIAL);
            }
        });
        if (order.progress().round() > 1) {
            risks.add(RESUBMITTED);
        }
        if (order.review().calls().stream().anyMatch(call -> !call.answered())) {
            risks.add(CALL_MISSED);
        }
        return risks;
    }

    /** The weight of all that an order carries together, 0 for none. */
    public static int weight(Order order) {
        return of(order).stream().mapToInt(risk -> risk.weight).sum();
    }
}
