package org.openbeian.core.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.order.CallWindow;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.store.DurableTask;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds the person of the specialist's call before each window that is still picked, and the specialist of the second call. */
@Component(service = DurableTask.class)
public final class CallReminder implements DurableTask {

    private final OrderEngine engine;

    /** Created by Declarative Services. */
    @Activate
    public CallReminder(@Reference OrderEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return Deadlines.CALL_TASK;
    }

    /** A virtual clock goes on to the time at which people agreed to phone. */
    @Override
    public boolean machine() {
        return true;
    }

    @Override
    public Optional<Instant> run(String key) {
        int colon = key.indexOf(':');
        String[] parts = key.substring(colon + 1).split(Deadlines.AFTER);
        Instant from = Instant.parse(parts[0]);
        engine.insideIfThere(key.substring(0, colon), order -> {
            if (parts.length == 1) {
                order.review().windows().stream().filter(window -> window.from().equals(from)).findFirst()
                    .ifPresent(window -> remind(order, window));
            } else if (order.state() == OrderState.PRE_REVIEW && order.review().missedInARow() > 0
                    && order.review().calls().size() == Integer.parseInt(parts[1])) {
                remindSpecialist(order, from);
            }
            return null;
        });
        return Optional.empty();
    }

    private void remindSpecialist(Order order, Instant from) {
        String caller = Calling.last(order.review()).specialist();
        String holder = order.review().claimedBy() == null ? caller : order.review().claimedBy();
        engine.outbox().tell("call-due", holder, "call-due:" + order.id() + ":" + from.getEpochSecond(),
            Map.of("order", order.id(), "domain", ReviewPromise.domain(order), "again", Times.time(from)));
    }

    private void remind(Order order, CallWindow window) {
        Instant now = engine.now();
        if (order.state() == OrderState.PRE_REVIEW && now.isBefore(window.to())) {
            engine.outbox().remind(order, "call-reminder", "call-" + window.from().getEpochSecond(),
                Map.of("window", Times.window(window)), now);
        }
    }
}
