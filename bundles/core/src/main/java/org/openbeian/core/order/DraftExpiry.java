package org.openbeian.core.order;

import java.time.Instant;
import java.util.Optional;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.store.DurableTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds of a draft or a returned order that nobody touches, and lets it expire in the end. */
@Component(service = DurableTask.class)
public final class DraftExpiry implements DurableTask {

    private final OrderEngine engine;
    private final CoreSettings settings;

    /** Created by Declarative Services. */
    @Activate
    public DraftExpiry(@Reference OrderEngine engine, @Reference CoreSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @Override
    public String name() {
        return Deadlines.DRAFT_TASK;
    }

    @Override
    public Optional<Instant> run(String key) {
        return engine.insideIfThere(key.split(":")[0],
            order -> order.state().isEditable() ? step(order, engine.now()) : null);
    }

    /** When to look again, or null when the order expired. */
    private Instant step(Order order, Instant now) {
        Instant touched = order.updatedAt();
        if (!now.isBefore(touched.plus(settings.draftExpiry()))) {
            engine.store(By.SERVER, order, OrderEvent.EXPIRED, Change.of(order), now);
            return null;
        }
        engine.deadlines().draftReminders(touched).filter(time -> !time.isAfter(now))
            .reduce((earlier, later) -> later).ifPresent(time -> engine.outbox()
                .remind(order, "draft-reminder", "idle-" + time.getEpochSecond(), now));
        return engine.deadlines().nextDraftStep(touched, now);
    }
}
