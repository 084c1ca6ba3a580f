package org.openbeian.core.order;

import java.util.List;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.OrderStore;

/** Withdrawing, and what an operator does while an order is at the authority. Thread-safe. */
final class Handing {

    private final OrderEngine engine;
    private final OrderStore orders;
    private final ExchangeStore exchange;
    private final BlobStore blobs;

    Handing(OrderEngine engine, OrderStore orders, ExchangeStore exchange, BlobStore blobs) {
        this.engine = engine;
        this.orders = orders;
        this.exchange = exchange;
        this.blobs = blobs;
    }

    /** Possible until the upload was prepared: from then on the authority may have it, whatever we heard. */
    Order withdraw(Actor actor, String id, long version, String reason) {
        String why = Reasons.optional(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.WITHDRAWN, (order, now) -> {
            if (order.state() == OrderState.QUEUED_FOR_AUTHORITY && isUnderWay(order)) {
                throw Refusals.wrongState("upload-under-way", "The order is on its way to the authority and cannot be withdrawn any more.");
            }
            return Change.of(FiledOrders.forget(order, blobs)).because(why);
        });
    }

    Order confirmSms(Actor actor, String id, long version, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.SMS_VERIFIED,
            (order, now) -> Change.of(order).because(why).with("source", "operator"));
    }

    /** Sends again only when the authority was asked after the expiry and knew nothing (our clock alone is no proof). */
    Order resend(Actor actor, String id, long version, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.RESENT, (order, now) -> {
            Handover old = order.handover();
            exchange.openResults(order.authorityId()).stream().findFirst().ifPresent(file -> {
                throw Refusals.wrongState("result-file-damaged", "What the authority said in its result file " + file.name()
                    + " is not known, and may be about this order. Find it out, then settle the file with beian:result-dismiss.");
            });
            if (old.resultsFetchedAt() == null || !old.resultsFetchedAt().isAfter(old.smsDue())) {
                throw Refusals.wrongState("results-not-fetched",
                    "Results of the authority were not fetched since the verification expired; wait for the next fetch.");
            }
            long no = orders.nextSubmissionNo();
            Order again = OrderEngine.nextRound(order).with(new Handover(no, null, null, null, old.opinion(), old.authorityId()));
            return Change.of(again).because(why).with("submission", no).with("round", again.progress().round());
        });
    }

    /** How often the SMS verification of an order expired. */
    static long expiries(List<HistoryEntry> history) {
        return history.stream().filter(entry -> entry.event() == OrderEvent.SMS_EXPIRED
            && entry.to() == OrderState.SMS_FAILED).count();
    }

    private boolean isUnderWay(Order order) {
        return exchange.pending(order.authorityId())
            .filter(file -> file.submissions().contains(order.handover().submissionNo())).isPresent();
    }
}
