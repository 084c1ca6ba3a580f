package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionCase.Status;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.register.Domains;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Opens and settles what probes and staff find (filing flow, section 6; ). Thread-safe. */
@Component(service = Inspections.class)
public final class InspectionDesk implements Inspections {

    /** What a probe may take for wrong that a person knows to be in order, and the other way round. */
    private static final Set<CorrectionKind> JUDGED = EnumSet.of(CorrectionKind.CONTENT_MISMATCH, CorrectionKind.RESOURCE_GONE,
        CorrectionKind.ACCESS_UNDER_REPORTED);
    private static final int LATEST = 200;

    private final Transactions transactions;
    private final CorrectionStore store;
    private final RegisterStore register;
    private final OrderStore orders;
    private final CoreSettings settings;
    private final Clock clock;
    private final FoundCases cases;
    private final Ids ids = new Ids();

    /** Created by Declarative Services. */
    @Activate
    public InspectionDesk(@Reference Transactions transactions, @Reference CorrectionStore store, @Reference RegisterStore register,
            @Reference OrderStore orders, @Reference DurableTasks tasks, @Reference CoreSettings settings, @Reference Notices notices,
            @Reference AuditLog audit, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.register = register;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
        this.cases = new FoundCases(store, tasks, notices, audit);
    }

    @Override
    public void found(CorrectionKind kind, String orderId, String domain, String text) {
        String name = Domains.key(domain);
        if (store.open(key(kind, name)).isEmpty()) {
            orders.load(orderId).filter(order -> !JUDGED.contains(kind) || !isJudged(order.account(), kind, name, text))
                .ifPresent(order -> opened(Actor.SYSTEM, kind, name, text, order));
        }
    }

    /** Whether a person closed the last case about the same, among the newest of the account. */
    private boolean isJudged(String account, CorrectionKind kind, String domain, String text) {
        return store.list(account, false, null, LATEST).stream().filter(one -> one.kind() == kind && one.authorityId() == null
            && one.domains().contains(domain)).findFirst().filter(one -> one.status() == Status.CLOSED
            && !Actor.SYSTEM.account().equals(one.closedBy()) && Objects.equals(text, one.text())).isPresent();
    }

    @Override
    public void settled(CorrectionKind kind, String domain, String conclusion) {
        store.open(key(kind, Domains.key(domain))).filter(open -> open.probed() || !JUDGED.contains(kind))
            .ifPresent(open -> cases.settle(open, conclusion));
    }

    @Override
    public CorrectionCase open(Actor actor, CorrectionKind kind, String domain, String text) {
        if (!actor.may(Permission.REVIEW_ORDER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not open cases.");
        }
        String what = InspectionInput.text(kind, domain, text);
        String name = Domains.key(domain);
        return transactions.call(() -> {
            if (store.open(key(kind, name)).isPresent()) {
                throw Refusals.wrongState("correction-open", "A case of this kind is open for " + name + ".");
            }
            Order order = register.byDomain(name).map(ServiceEntry::organizerNumber).flatMap(register::organizer)
                .map(OrganizerEntry::orderId).flatMap(orders::load).orElse(null);
            return opened(actor, kind, name, what, order);
        });
    }

    private CorrectionCase opened(Actor actor, CorrectionKind kind, String domain, String text, Order order) {
        Instant now = clock.instant();
        Optional<ServiceEntry> service = register.byDomain(domain);
        CorrectionCase fresh = new CorrectionCase(ids.next(now), 1, kind, null, service.map(ServiceEntry::organizerNumber).orElse(null),
            service.map(ServiceEntry::number).orElse(null), order == null ? null : order.account(), List.of(domain), text, now,
            now.plus(Duration.ofDays(settings.get().correction_days())), Status.OPEN, null, null,
            List.of(), actor == Actor.SYSTEM);
        cases.open(actor, fresh, key(kind, domain), Map.of("kind", kind.name(), "domain", domain));
        return fresh;
    }

    private static String key(CorrectionKind kind, String domain) {
        return kind + ":inspection:" + domain;
    }
}
