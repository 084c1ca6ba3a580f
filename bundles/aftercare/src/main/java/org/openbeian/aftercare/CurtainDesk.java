package org.openbeian.aftercare;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.curtain.Courier;
import org.openbeian.api.curtain.Courier.Shipment;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainAddress;
import org.openbeian.api.curtain.CurtainState;
import org.openbeian.api.curtain.CurtainStep;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts curtains (W-08, W-10). Thread-safe. */
@Component(service = Curtains.class)
public final class CurtainDesk implements Curtains {

    static final String BUNDLE = "org.openbeian.aftercare";

    private static final Logger LOG = LoggerFactory.getLogger(CurtainDesk.class);
    /** As many as ids of two digits tell apart. */
    private static final int MOST_PER_ORDER = 99;
    private static final int CALLS = 2;

    private final CurtainFiles files;
    private final Transactions transactions;
    private final Orders orders;
    private final Notices notices;
    private final AuditLog audit;
    private final AftercareSettings settings;
    private final Clock clock;
    private final Bulkhead door = new Bulkhead("openbeian-courier", CALLS);

    /** Takes parcels by machine, where an integrator has one. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Courier courier;

    /** Created by Declarative Services. */
    @Activate
    public CurtainDesk(@Reference CaseStore store, @Reference Transactions transactions, @Reference Orders orders,
            @Reference Notices notices, @Reference AuditLog audit, @Reference AftercareSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = new CurtainFiles(store);
        this.transactions = transactions;
        this.orders = orders;
        this.notices = notices;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        door.close();
    }

    @Override
    public List<Curtain> list(Actor actor, CurtainState state, String before, int limit) {
        return transactions.call(() -> files.list(actor.isStaff() ? null : actor.account(), state, before, limit)).stream()
            .map(found -> shown(actor, found)).toList();
    }

    @Override
    public Curtain get(Actor actor, String orderId) {
        return shown(actor, transactions.call(() -> find(actor, orderId)));
    }

    @Override
    public Curtain request(Actor actor, String orderId, CurtainAddress to) {
        return transactions.call(() -> {
            Order order = orders.get(actor, orderId);
            if (!order.account().equals(actor.account())) {
                throw new Refusal(Kind.FORBIDDEN, "not-permitted", "Only the applicant asks for a curtain.");
            }
            OrderState state = order.progress().state();
            if (state.isFinal() && state != OrderState.APPROVED) {
                throw new Refusal(Kind.WRONG_STATE, "curtain-order-over",
                    "The order is " + state + "; ask for the curtain on a new order.");
            }
            Curtain fresh = Curtain.requested(nextId(orderId), orderId, order.account(), CurtainInput.address(to),
                step(actor, CurtainState.REQUESTED));
            if (!files.insert(fresh)) {
                throw new Refusal(Kind.WRONG_STATE, "curtain-under-way",
                    "A curtain for this order is under way; a second one can be requested once it was received or cancelled.");
            }
            told(actor, "curtain.request", fresh, null, Map.of());
            return fresh;
        });
    }

    private String nextId(String orderId) {
        int no = files.latest(orderId).map(last -> Integer.parseInt(last.id().substring(last.id().lastIndexOf('-') + 1))).orElse(0) + 1;
        if (no > MOST_PER_ORDER) {
            throw new Refusal(Kind.WRONG_STATE, "curtain-too-many", "An order gets at most " + MOST_PER_ORDER + " curtains.");
        }
        return String.format(Locale.ROOT, "%s-%02d", orderId, no);
    }

    @Override
    public Map<String, String> reveal(Actor actor, String orderId, String reason) {
        sender(actor);
        String why = CurtainInput.reason(reason);
        return transactions.call(() -> {
            Curtain found = find(actor, orderId);
            expect(found, CurtainState.REQUESTED, CurtainState.DISPATCHED);
            told(actor, "curtain.reveal", found, Masks.text(why, List.of(found.to().recipient())), Map.of());
            Map<String, String> clear = new LinkedHashMap<>();
            clear.put("/recipient", found.to().recipient());
            clear.put("/address", found.to().address());
            clear.put("/phone", found.to().phone());
            return clear;
        });
    }

    @Override
    public Curtain dispatch(Actor actor, String orderId, String carrier, String tracking) {
        sender(actor);
        Courier present = carrier == null && tracking == null ? courier : null;
        Curtain meant = present == null ? null : transactions.call(() -> find(actor, orderId));
        Shipment sent = present == null ? CurtainInput.shipment(carrier, tracking) : send(meant, present);
        try {
            return change(actor, orderId, "curtain.dispatch", found -> dispatched(actor, found, meant, sent));
        } catch (Refusal changed) {
            if (meant == null) {
                throw changed;
            }
            Curtain now = transactions.call(() -> find(actor, orderId));
            if (now.id().equals(meant.id()) && sent.carrier().equals(now.carrier()) && sent.tracking().equals(now.tracking())) {
                return shown(actor, now);
            }
            throw lost(actor, meant, sent);
        }
    }

    private Curtain dispatched(Actor actor, Curtain found, Curtain meant, Shipment sent) {
        expect(found, CurtainState.REQUESTED);
        if (meant != null && !meant.id().equals(found.id())) {
            throw new Refusal(Kind.STALE, "curtain-changed", "Another curtain was requested meanwhile.");
        }
        notices.tell(new Notice("curtain-dispatched", found.account(), found.orderId(), "curtain-" + found.id(),
            Map.of("carrier", sent.carrier(), "tracking", sent.tracking())));
        return found.next(step(actor, CurtainState.DISPATCHED), sent.carrier(), sent.tracking());
    }

    /** Asking again after a failure is safe: the courier knows the parcel. What a courier's failure says may name the receiver. */
    private Shipment send(Curtain found, Courier to) {
        expect(found, CurtainState.REQUESTED);
        Shipment sent;
        try {
            sent = door.call(() -> to.send(found.id(), found.to()), Duration.ofSeconds(settings.get().courier_seconds()));
        } catch (IOException | RejectedExecutionException e) {
            LOG.warn("The courier did not take curtain {}: {}", found.id(), e.getMessage());
            throw new Refusal(Kind.UNAVAILABLE, "courier-unavailable",
                "The courier did not take the parcel; try again, or give the carrier and the tracking number by hand.");
        }
        return CurtainInput.shipment(sent.carrier(), sent.tracking());
    }

    /** The applicant changed it while the courier took it: the number is told and kept, so that the parcel can be called back. */
    private Refusal lost(Actor actor, Curtain meant, Shipment sent) {
        transactions.run(() -> told(actor, "curtain.lost", meant, null, Map.of("carrier", sent.carrier(), "tracking", sent.tracking())));
        return new Refusal(Kind.STALE, "curtain-changed", "The curtain was changed while " + sent.carrier() + " took it as "
            + sent.tracking() + "; call that parcel back.");
    }

    @Override
    public Curtain receive(Actor actor, String orderId) {
        return change(actor, orderId, "curtain.receive", found -> {
            ownerOrSender(actor, found);
            expect(found, CurtainState.DISPATCHED);
            return found.next(step(actor, CurtainState.RECEIVED), found.carrier(), found.tracking());
        });
    }

    @Override
    public Curtain cancel(Actor actor, String orderId) {
        return change(actor, orderId, "curtain.cancel", found -> {
            ownerOrSender(actor, found);
            expect(found, CurtainState.REQUESTED);
            return found.next(step(actor, CurtainState.CANCELLED), null, null);
        });
    }

    private Curtain change(Actor actor, String orderId, String action, UnaryOperator<Curtain> decision) {
        return transactions.call(() -> {
            Curtain next = decision.apply(find(actor, orderId));
            if (!files.update(next)) {
                throw new Refusal(Kind.STALE, "curtain-changed", "The curtain was changed meanwhile; read it again.");
            }
            told(actor, action, next, null, next.carrier() == null ? Map.of()
                : Map.of("carrier", next.carrier(), "tracking", next.tracking()));
            return shown(actor, next);
        });
    }

    private Curtain find(Actor actor, String orderId) {
        orders.get(actor, orderId);
        return files.latest(orderId).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "curtain-not-found",
            "No curtain was requested for this order."));
    }

    private CurtainStep step(Actor actor, CurtainState state) {
        return new CurtainStep(state, clock.instant(), actor.account());
    }

    private static Curtain shown(Actor actor, Curtain found) {
        return actor.seesInClear(found.account()) ? found : found.masked();
    }

    private static void expect(Curtain found, CurtainState... states) {
        if (!List.of(states).contains(found.state())) {
            throw new Refusal(Kind.WRONG_STATE, "curtain-state", "The curtain is " + found.state() + "; this takes one that is "
                + List.of(states) + ".");
        }
    }

    private static void sender(Actor actor) {
        if (!actor.may(Permission.SEND_CURTAIN)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account lacks the permission " + Permission.SEND_CURTAIN + ".");
        }
    }

    private static void ownerOrSender(Actor actor, Curtain found) {
        if (!actor.account().equals(found.account())) {
            sender(actor);
        }
    }

    private void told(Actor actor, String action, Curtain about, String reason, Map<String, String> details) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put("order", about.orderId());
        audit.record(actor, action, "curtain", about.id(), reason, more);
    }
}
