package org.openbeian.core.order;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.store.DurableTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds of an SMS verification and marks it as failed when its time is over (T-40, T-41). It never uploads again. */
@Component(service = DurableTask.class)
public final class SmsDeadline implements DurableTask {

    private final OrderEngine engine;

    /** Created by Declarative Services. */
    @Activate
    public SmsDeadline(@Reference OrderEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return Deadlines.SMS_TASK;
    }

    @Override
    public boolean machine() {
        return true;
    }

    @Override
    public Optional<Instant> run(String key) {
        String[] parts = key.split(":");
        return engine.insideIfThere(parts[0], order -> {
            boolean concerned = order.state() == OrderState.SMS_PENDING
                && String.valueOf(order.handover().submissionNo()).equals(parts[1]);
            return concerned ? step(order, engine.now()) : null;
        });
    }

    /** When to look again, or null when the verification is over. */
    private Instant step(Order order, Instant now) {
        Handover handover = order.handover();
        if (!now.isBefore(handover.smsDue())) {
            engine.store(By.SERVER, order, OrderEvent.SMS_EXPIRED,
                Change.of(order).with("submission", handover.submissionNo()), now);
            return null;
        }
        engine.deadlines().smsReminders(handover.acceptedAt()).filter(time -> !time.isAfter(now))
            .reduce((earlier, later) -> later).ifPresent(time -> engine.outbox()
                .remind(order, "sms-reminder", handover.submissionNo() + "-" + time.getEpochSecond(), now));
        return engine.deadlines().nextSmsStep(handover.acceptedAt(), handover.smsDue(), now);
    }
}
