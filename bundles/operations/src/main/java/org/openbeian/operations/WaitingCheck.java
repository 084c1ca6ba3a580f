package org.openbeian.operations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which orders cannot go on for the moment, and why. */
@Component(property = {HealthCheck.NAME + "=" + Checks.WAITING, HealthCheck.TAGS + "=" + Checks.DOCTOR})
public final class WaitingCheck implements HealthCheck {

    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 5;

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     */
    @Activate
    public WaitingCheck(@Reference Present present) {
        this.present = present;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Orders orders = present.orders;
        if (orders == null) {
            log.warn("The service Orders is not there");
            return new Result(log);
        }
        try {
            List<OrderSummary> waiting = orders.list(Actor.SYSTEM, new OrderQuery(null, null, null, true, null, LOOKED_AT));
            Map<String, List<String>> byReason = waiting.stream().collect(Collectors.groupingBy(
                    order -> order.waiting() + " in province " + order.provinceId(), TreeMap::new,
                    Collectors.mapping(OrderSummary::id, Collectors.toList())));
            byReason.forEach((reason, ids) -> log.warn("{} orders wait for {}: {}", ids.size(), reason,
                    ids.stream().limit(SHOWN).collect(Collectors.joining(", ", "", ids.size() > SHOWN ? ", ..." : ""))));
            log.info("{}{} orders wait", waiting.size() == LOOKED_AT ? "At least " : "", waiting.size());
        } catch (StoreUnavailable unavailable) {
            log.warn("The orders cannot be read while the database does not answer");
        }
        return new Result(log);
    }
}
