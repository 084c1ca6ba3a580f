package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds of the SMS verifications of one minute and marks them as failed when their time is over (T-40, T-41). It never
 * uploads again. Orders are handled in portions, one transaction each.
 */
@Component(service = DurableTask.class)
public final class SmsDeadline implements DurableTask {

    private static final Logger LOG = LoggerFactory.getLogger(SmsDeadline.class);
    private static final int PORTION = 100;

    private final OrderEngine engine;
    private final Transactions transactions;
    private final OrderStore orders;

    /** Created by Declarative Services. */
    @Activate
    public SmsDeadline(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders) {
        this.engine = engine;
        this.transactions = transactions;
        this.orders = orders;
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
        Instant end = Instant.parse(key);
        Instant now = engine.now();
        List<String> pending = transactions.call(() -> orders.smsPending(end.minus(Deadlines.MINUTE), end));
        RuntimeException failure = null;
        for (int from = 0; from < pending.size(); from += PORTION) {
            List<String> portion = pending.subList(from, Math.min(pending.size(), from + PORTION));
            try {
                transactions.run(() -> portion.forEach(id -> look(id, now)));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                failure = oneByOne(portion, now);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return now.isBefore(end) ? Optional.of(engine.deadlines().nextSmsStep(end, now)) : Optional.empty();
    }

    /** An order that fails holds no other up; the task is run again for it. */
    private RuntimeException oneByOne(List<String> portion, Instant now) {
        RuntimeException failure = null;
        for (String id : portion) {
            try {
                look(id, now);
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("The SMS verification of order {} cannot be looked after", id, e);
                failure = e;
            }
        }
        return failure;
    }

    private void look(String id, Instant now) {
        engine.insideIfThere(id, order -> {
            if (order.state() == OrderState.SMS_PENDING) {
                step(order, now);
            }
            return null;
        });
    }

    private void step(Order order, Instant now) {
        Handover handover = order.handover();
        if (!now.isBefore(handover.smsDue())) {
            engine.store(By.SERVER, order, OrderEvent.SMS_EXPIRED,
                Change.of(order).with("submission", handover.submissionNo()), now);
            return;
        }
        engine.deadlines().smsReminders(handover.acceptedAt()).filter(time -> !time.isAfter(now))
            .reduce((earlier, later) -> later).ifPresent(time -> engine.outbox()
                .remind(order, "sms-reminder", handover.submissionNo() + "-" + time.getEpochSecond(), now));
    }
}
