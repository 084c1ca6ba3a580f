package org.openbeian.core.order;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.OrderStore;

/** Handing in. Thread-safe. */
final class Submitting {

    private final OrderEngine engine;
    private final OrderStore orders;
    private final Guards guards;
    private final Assessor assessor;
    private final Consents consents;
    private final BlindIndex index;

    Submitting(OrderEngine engine, OrderStore orders, Guards guards, Assessor assessor, Consents consents,
            BlindIndex index) {
        this.engine = engine;
        this.orders = orders;
        this.guards = guards;
        this.assessor = assessor;
        this.consents = consents;
        this.index = index;
    }

    Order submit(Actor actor, String id, long version, List<Consent> given) {
        List<ConsentText> texts = consents.kept();
        return engine.move(By.account(actor), id, version, OrderEvent.SUBMITTED, (order, now) -> {
            assessor.hold(order);
            Assessment assessment = guards.shortened(order, assessor.assess(order, now));
            List<Finding> against = assessment.blocking();
            against.addAll(Consents.check(texts, given));
            against.addAll(guards.against(order, now));
            if (!against.isEmpty()) {
                throw Refusals.invalid("submission-refused", "The order cannot be submitted; " + (against.size() == 1
                    ? "one thing stands" : against.size() + " things stand") + " against it.", against);
            }
            Order submitted = OrderEngine.nextRound(order).withConsents(Consents.record(texts, actor, now)).with(reviewOf(order, now));
            assessment.keep(orders, submitted);
            guards.hold(submitted);
            if (guards.endsLastAccess(order)) {
                engine.outbox().remind(order, "cancel-access-risk", "round-" + submitted.progress().round(), now);
            }
            orders.mark(id, People.marks(order.application(), index));
            return assessment.change(submitted).with("consents", versions(texts));
        });
    }

    private static Review reviewOf(Order order, Instant now) {
        Review old = order.review();
        return new Review(old.firstSubmittedAt() == null ? now : old.firstSubmittedAt(), now, null, List.of(), old.reasons(),
            old.clearances(), List.of(), old.faces());
    }

    private static String versions(List<ConsentText> texts) {
        return String.join(" ", texts.stream().map(text -> text.id() + "@" + text.version()).toList());
    }
}
