package org.openbeian.aftercare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.billing.Compensation;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Grants compensations, once per order, and keeps them (W-12). Joins the caller's transaction. Needs no {@code Orders}, since it is
 * used by a listener of theirs. Thread-safe.
 */
@Component(service = CompensationGrants.class)
public final class CompensationGrants {

    private static final String KIND = "compensation";
    private static final String GRANTED = "GRANTED";
    private static final ObjectMapper JSON = org.openbeian.core.json.ModelJson.mapper().copy()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CaseStore store;
    private final Notices notices;
    private final DurableTasks tasks;
    private final AuditLog audit;
    private final AftercareSettings settings;
    private final Clock clock;

    /** Whether somebody books; without it grants wait, and are found by {@link CompensationBooking} when it comes. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Billing billing;

    /** Created by Declarative Services. */
    @Activate
    public CompensationGrants(@Reference CaseStore store, @Reference Notices notices, @Reference DurableTasks tasks,
            @Reference AuditLog audit, @Reference AftercareSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.store = store;
        this.notices = notices;
        this.tasks = tasks;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Grants what an order is worth; nothing when it was granted before. */
    void grant(Order order, List<HistoryEntry> history) {
        CompensationRule.of(order, history, settings.get(), clock.instant())
            .filter(found -> store.insert(kept(found, 1)) && found.days() > 0).ifPresent(granted -> {
                String days = Integer.toString(granted.days());
                audit.record(Actor.SYSTEM, "compensation.grant", "order", order.id(), null,
                    Map.of("days", days, "policy", granted.policy().name()));
                notices.tell(new Notice("compensation-granted", order.account(), order.id(), "compensation", Map.of("days", days)));
                if (billing != null) {
                    tasks.ensure(CompensationBooking.NAME, CompensationBooking.KEY, clock.instant());
                }
            });
    }

    /** Hands a compensation to the billing, unless it has it. */
    void book(Compensation granted, Billing to) {
        if (granted.bookedAt() == null && granted.days() > 0) {
            to.grantTime(new FreeTime("filing-" + granted.orderId(), granted.account(), granted.orderId(), granted.resource(),
                granted.days(), granted.grantedAt()));
            store.update(kept(granted.booked(clock.instant()), 2));
        }
    }

    Optional<Compensation> find(String orderId) {
        return store.find(KIND, orderId).map(CompensationGrants::read);
    }

    /** Orders whose compensation is not booked, by id downwards. */
    List<String> unbooked(String before, int limit) {
        return store.list(KIND, null, null, GRANTED, before, limit).stream().map(Kept::id).toList();
    }

    private static Kept kept(Compensation value, long version) {
        try {
            String state = value.days() == 0 ? "NOTHING" : value.bookedAt() == null ? GRANTED : "BOOKED";
            return new Kept(KIND, value.orderId(), version, value.orderId(), value.account(), null, state, JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException("a compensation cannot be written", e);
        }
    }

    private static Compensation read(Kept kept) {
        try {
            return JSON.readValue(kept.document(), Compensation.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored compensation cannot be read", e);
        }
    }
}
