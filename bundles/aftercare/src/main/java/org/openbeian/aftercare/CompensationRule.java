package org.openbeian.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.billing.Compensation;
import org.openbeian.api.billing.Compensation.Stay;
import org.openbeian.api.billing.Compensation.Policy;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.resource.ResourceRef;

/** What an order's history is worth in free server time (W-12). */
final class CompensationRule {

    /** The states in which the order waits for the customer, once it was handed in. */
    private static final Set<OrderState> AWAITED = EnumSet.of(OrderState.RETURNED, OrderState.SMS_FAILED,
        OrderState.AUTHORITY_REJECTED);

    private CompensationRule() {
    }

    /**
     * The compensation of an order; empty when it was not approved, or the terms give its type none.
     *
     * @param history all of its history
     */
    static Optional<Compensation> of(Order order, List<HistoryEntry> history, AftercareConfig terms, Instant now) {
        Policy policy = Policy.valueOf(terms.compensation_policy());
        boolean approved = history.stream().anyMatch(entry -> entry.event() == OrderEvent.APPROVED);
        if (!approved || policy == Policy.NONE || !List.of(terms.compensation_types()).contains(order.type().name())) {
            return Optional.empty();
        }
        List<Stay> lines = lines(history, policy);
        Duration time = lines.stream().filter(Stay::counted).map(line -> Duration.between(line.from(), line.until()))
            .reduce(Duration.ZERO, Duration::plus);
        return Optional.of(new Compensation(order.id(), order.account(), server(order), policy, lines, time.toSeconds(), days(time, terms),
            now, null));
    }

    /** Each stay from the first submission to the approval. */
    private static List<Stay> lines(List<HistoryEntry> history, Policy policy) {
        List<Stay> lines = new ArrayList<>();
        OrderState state = null;
        Instant from = null;
        for (HistoryEntry entry : history) {
            boolean begins = state == null && entry.event() == OrderEvent.SUBMITTED;
            if (begins || state != null && entry.to() != state) {
                if (!begins) {
                    lines.add(new Stay(state, from, entry.at(), policy == Policy.GROSS || !AWAITED.contains(state)));
                }
                state = entry.to();
                from = entry.at();
            }
            if (entry.event() == OrderEvent.APPROVED) {
                return lines;
            }
        }
        return lines;
    }

    private static int days(Duration time, AftercareConfig terms) {
        boolean up = terms.compensation_rounding().equals("UP") && !time.equals(Duration.ofDays(time.toDays()));
        long days = time.toDays() + (up ? 1 : 0);
        return (int) (terms.compensation_cap_days() == 0 ? days : Math.min(days, terms.compensation_cap_days()));
    }

    /** The first server that the order names. */
    private static ResourceRef server(Order order) {
        return order.application().services().stream().flatMap(service -> service.accesses().stream())
            .filter(access -> access.resourceKind() != null && access.resourceId() != null)
            .map(access -> new ResourceRef(access.resourceKind(), access.resourceId())).findFirst().orElse(null);
    }
}
