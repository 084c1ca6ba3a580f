package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.OrderStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What specialists say about findings: one clears up an enquiry, two override what stops an order. Thread-safe. */
@Component
public final class Clearing implements Clearances {

    private static final Set<OrderEvent> FILLED_IN = EnumSet.of(OrderEvent.CREATED, OrderEvent.EDITED, OrderEvent.MATERIAL_ADDED,
        OrderEvent.MATERIAL_REMOVED);

    private final OrderEngine engine;
    private final OrderStore orders;
    private final Assessor assessor;
    private final AuditLog audit;

    /** Created by Declarative Services. */
    @Activate
    public Clearing(@Reference OrderEngine engine, @Reference OrderStore orders, @Reference RuleBooks books,
            @Reference Resources resources, @Reference AuditLog audit) {
        this.engine = engine;
        this.orders = orders;
        this.assessor = new Assessor(books, resources);
        this.audit = audit;
    }

    @Override
    public Order clear(Actor actor, String id, long version, String rule, String pointer, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.FINDING_CLEARED, (order, now) -> {
            Reviewing.checkHolder(order, actor);
            Clearance open = find(order, rule, pointer, one -> one.severity() == Severity.ASK);
            if (open.holds()) {
                throw Refusals.wrongState("enquiry-cleared", "Specialist " + open.by() + " cleared up this enquiry before.");
            }
            audit.record(actor, "enquiry.clear", "order", id, People.mask(order, why), details(open));
            return change(order, open, new Clearance(rule, pointer, open.severity(), open.text(), open.inputsHash(), why,
                actor.account(), now, null, null)).because(why);
        });
    }

    @Override
    public Order propose(Actor actor, String id, long version, String rule, String pointer, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.OVERRIDE_PROPOSED, (order, now) -> {
            checkApart(order, actor);
            Assessment assessment = assessor.assess(order, now);
            Finding finding = overridable(assessment, rule, pointer);
            String hash = assessment.hash(finding);
            order.review().clearances().stream().filter(one -> one.isAbout(rule, pointer) && one.severity() == Severity.BLOCK
                && one.inputsHash().equals(hash)).findFirst().ifPresent(one -> {
                    throw Refusals.wrongState("override-proposed", "Specialist " + one.by() + " proposed this override before.");
                });
            Clearance proposed = new Clearance(rule, pointer, finding.severity(), finding.text(), hash, why, actor.account(), now,
                null, null);
            audit.record(actor, "override.propose", "order", id, People.mask(order, why), details(proposed));
            return change(order, null, proposed).because(why);
        });
    }

    @Override
    public Order approve(Actor actor, String id, long version, String rule, String pointer) {
        return engine.move(By.account(actor), id, version, OrderEvent.OVERRIDE_APPROVED, (order, now) -> {
            checkApart(order, actor);
            Clearance proposed = find(order, rule, pointer, one -> one.severity() == Severity.BLOCK);
            if (proposed.holds()) {
                throw Refusals.wrongState("override-approved", proposed.approvedBy() + " approved this override before.");
            }
            if (actor.account().equals(proposed.by())) {
                throw new Refusal(Kind.FORBIDDEN, "own-proposal", "Nobody approves an override that he proposed himself; "
                    + "leave it to another.");
            }
            checkUnchanged(order, proposed, now);
            audit.record(actor, "override.approve", "order", id, People.mask(order, proposed.reason()), details(proposed));
            return change(order, proposed, new Clearance(rule, pointer, proposed.severity(), proposed.text(),
                proposed.inputsHash(), proposed.reason(), proposed.by(), proposed.at(), actor.account(), now))
                .because(proposed.reason()).with("proposedBy", proposed.by());
        });
    }

    @Override
    public Order revoke(Actor actor, String id, long version, String rule, String pointer, String reason) {
        String why = Reasons.required(reason);
        return engine.move(By.account(actor), id, version, OrderEvent.OVERRIDE_REVOKED, (order, now) -> {
            Clearance revoked = find(order, rule, pointer, one -> one.severity() == Severity.BLOCK);
            audit.record(actor, "override.revoke", "order", id, People.mask(order, why), details(revoked));
            return change(order, revoked, null).because(why);
        });
    }

    /** Refuses the pass while an enquiry is open. */
    static void checkCleared(Order order) {
        List<Finding> open = order.review().clearances().stream().filter(one -> !one.holds())
            .map(one -> ServerFindings.ask(one.ruleId(), one.pointer(), one.text(),
                text("请核实并说明结果，或退回订单", "Clear it up and say how, or return the order"))).toList();
        if (!open.isEmpty()) {
            throw Refusals.invalid("enquiries-open", "The rules ask " + open.size() + " things that nobody cleared up yet.", open);
        }
    }

    /** Also of who helped once and whose delegation has ended. */
    private void checkApart(Order order, Actor actor) {
        Reviewing.checkImpartial(order, actor);
        if (orders.history(order.id(), 0).stream().anyMatch(entry -> FILLED_IN.contains(entry.event())
                && entry.actor().equals(actor.account()))) {
            throw Reviewing.partial();
        }
    }

    private void checkUnchanged(Order order, Clearance proposed, Instant now) {
        Assessment assessment = assessor.assess(order, now);
        if (assessment.judged(proposed.ruleId(), proposed.pointer()).noneMatch(finding -> !finding.hard()
                && assessment.hash(finding).equals(proposed.inputsHash()))) {
            throw Refusals.wrongState("override-outdated",
                "What the rule looks at, or the rule itself, changed since the proposal; revoke it and propose anew if need be.");
        }
    }

    private static Finding overridable(Assessment assessment, String rule, String pointer) {
        Finding finding = assessment.judged(rule, pointer).filter(Finding::isBlocking).findFirst().orElseThrow(() ->
            assessment.blocking().stream().anyMatch(one -> one.ruleId().equals(rule) && one.pointer().equals(pointer))
                ? Refusals.invalid("finding-not-overridable", "This is missing and must be brought; there is no judgement to override.")
                : unknown());
        if (finding.hard()) {
            throw Refusals.invalid("finding-hard", "Nobody may override this rule.", List.of(finding));
        }
        return finding;
    }

    /** The one that does not hold yet, when there are several. */
    private static Clearance find(Order order, String rule, String pointer, Predicate<Clearance> kind) {
        List<Clearance> found = order.review().clearances().stream()
            .filter(one -> one.isAbout(rule, pointer)).filter(kind).toList();
        return found.stream().filter(one -> !one.holds()).findFirst().or(() -> found.stream().findFirst())
            .orElseThrow(Clearing::unknown);
    }

    private static Change change(Order order, Clearance before, Clearance after) {
        List<Clearance> all = new ArrayList<>(order.review().clearances());
        if (before == null) {
            all.removeIf(one -> !one.holds() && one.isAbout(after.ruleId(), after.pointer()));
        } else {
            all.remove(before);
        }
        if (after != null) {
            all.add(after);
        }
        Clearance about = after == null ? before : after;
        return Change.of(order.with(order.review().withClearances(all))).with("rule", about.ruleId())
            .with("pointer", about.pointer());
    }

    private static Map<String, String> details(Clearance clearance) {
        return Map.of("rule", clearance.ruleId(), "pointer", clearance.pointer());
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "finding-not-found", "No such finding stands against the order; "
            + "see its requirements and its explanation for rules and places.");
    }
}
