package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Consent;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.Review;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.register.Domains;

/** Handing in, and going on when what an order waited for is back. Thread-safe. */
final class Submitting {

    private final OrderEngine engine;
    private final OrderStore orders;
    private final RegisterStore register;
    private final RuleBooks books;
    private final Assessor assessor;
    private final Consents consents;

    Submitting(OrderEngine engine, OrderStore orders, RegisterStore register, RuleBooks books, Assessor assessor,
            Consents consents) {
        this.engine = engine;
        this.orders = orders;
        this.register = register;
        this.books = books;
        this.assessor = assessor;
        this.consents = consents;
    }

    Order submit(Actor actor, String id, long version, List<Consent> given) {
        return engine.move(By.account(actor), id, version, OrderEvent.SUBMITTED, (order, now) -> {
            Assessment assessment = assessor.assess(order, now);
            List<Finding> against = assessment.blocking();
            against.addAll(consents.check(given));
            addTakenDomains(order, against);
            if (!against.isEmpty()) {
                throw Refusals.invalid("submission-refused", "The order cannot be submitted; " + against.size()
                    + " things stand against it.", against);
            }
            Order submitted = OrderEngine.nextRound(order).withConsents(consents.record(actor, now)).with(reviewOf(order, now));
            store(submitted, assessment);
            return of(submitted, assessment).with("consents", versions());
        });
    }

    /** Lets a parked order go on if what it waits for is back; otherwise nothing changes. */
    void resume(String id) {
        engine.inside(By.SERVER, id, order -> {
            Instant now = engine.now();
            if (order.progress().waiting() == null) {
                return order;
            }
            if (order.state() == OrderState.QUEUED_FOR_AUTHORITY && books.current().serves(order.provinceId())) {
                return engine.store(By.SERVER, order, OrderEvent.RESUMED, Change.of(order), now);
            }
            return order.state() == OrderState.SUBMITTED ? recheck(order, now) : order;
        });
    }

    private Order recheck(Order order, Instant now) {
        Assessment assessment = assessor.assess(order, order.review().submittedAt());
        List<Finding> against = assessment.blocking();
        Waiting waiting = assessment.waiting();
        if (against.isEmpty() && waiting != null) {
            return isSame(waiting, order.progress().waiting()) ? order
                : engine.store(By.SERVER, order, OrderEvent.PARKED, of(order, assessment), now);
        }
        if (against.isEmpty()) {
            addTakenDomains(order, against);
        }
        store(order, assessment);
        if (against.isEmpty()) {
            return engine.store(By.SERVER, order, OrderEvent.CHECKED, of(order, assessment), now);
        }
        Review old = order.review();
        List<ReturnReason> reasons = against.stream()
            .map(finding -> new ReturnReason(finding.ruleId(), place(order, finding.pointer()), finding.text(), finding.mend())).toList();
        Order returned = order.with(new Review(old.firstSubmittedAt(), old.submittedAt(), null, old.calls(), reasons));
        return engine.store(By.SERVER, returned, OrderEvent.RETURNED, Change.of(returned)
            .with("rules", String.join(" ", reasons.stream().map(ReturnReason::code).distinct().toList())), now);
    }

    /** A place that the applicant can repair; everything when a finding names none. */
    private static String place(Order order, String pointer) {
        return Pointers.exists(order, pointer) ? pointer : "";
    }

    private void store(Order order, Assessment assessment) {
        if (assessment.verdict() != null && assessment.waiting() == null) {
            orders.addVerdict(order.id(), order.progress().round(), assessment.verdict());
        }
    }

    private static Change of(Order order, Assessment assessment) {
        Change change = Change.of(order).with("round", order.progress().round());
        if (assessment.waiting() != null) {
            return change.waiting(assessment.waiting()).with("waiting", assessment.waiting().reason())
                .with("subject", assessment.waiting().subject());
        }
        return change.with("ruleBook", assessment.verdict().ruleBook());
    }

    private static Review reviewOf(Order order, Instant now) {
        Review old = order.review();
        return new Review(old.firstSubmittedAt() == null ? now : old.firstSubmittedAt(), now, null, List.of(), old.reasons());
    }

    private void addTakenDomains(Order order, List<Finding> against) {
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size(); i++) {
            List<String> domains = services.get(i).domains();
            for (int j = 0; j < domains.size(); j++) {
                String domain = Domains.key(domains.get(j));
                LocalizedText mend = text("请核对域名；如已备案，请改办新增接入或变更", "Check the domain; if it is filed, ask for access or a change instead");
                if (orders.openOrderOfDomain(domain, order.id()).isPresent()) {
                    against.add(ServerFindings.block("domain-in-other-order", "/services/" + i + "/domains/" + j,
                        text("该域名已在另一备案订单中", "The domain is part of another order"), mend));
                }
                if (register.byDomain(domain).isPresent()) {
                    against.add(ServerFindings.block("domain-already-filed", "/services/" + i + "/domains/" + j,
                        text("该域名已备案", "The domain is filed already"), mend));
                }
            }
        }
    }

    private static boolean isSame(Waiting one, Waiting other) {
        return one.reason().equals(other.reason()) && one.subject().equals(other.subject());
    }

    private String versions() {
        return String.join(" ", consents.texts().stream().map(text -> text.id() + "@" + text.version()).toList());
    }

    /** Orders that wait, a page at a time. */
    List<OrderSummary> waiting(String after, int limit) {
        return orders.list(new OrderQuery(null, null, null, true, after, limit));
    }
}
