package org.openbeian.core.order;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.authority.AuthorityNotice;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionCase.Status;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.OrganizerState;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.ReportStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.core.blocking.UnfiledSites;
import org.openbeian.core.message.Times;
import org.openbeian.core.register.Domains;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Opens, watches and closes what authorities find wrong (filing flow, section 6), and keeps the register in step: blacklisted is
 * blocked, what must be corrected is marked. Thread-safe.
 */
@Component(service = {Corrections.class, NoticeIntake.class, DurableTask.class})
public final class CorrectionBook implements Corrections, NoticeIntake, DurableTask {

    static final String TASK = "correction-due";
    private static final int PAGE_MAX = 200;

    private final Transactions transactions;
    private final CorrectionStore store;
    private final RegisterStore register;
    private final OrderStore orders;
    private final Certificates certificates;
    private final DurableTasks tasks;
    private final Clock clock;
    private final WorkingDays workingDays;
    private final CoreSettings settings;
    private final Notices notices;
    private final AuditLog audit;
    private final UnfiledSites unfiled;
    private final FiledRecordFinder finder;
    private final ReportStore reports;
    private final Ids ids = new Ids();

    /** Created by Declarative Services. */
    @Activate
    public CorrectionBook(@Reference Transactions transactions, @Reference CorrectionStore store, @Reference RegisterStore register,
            @Reference OrderStore orders, @Reference Certificates certificates, @Reference DurableTasks tasks,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock, @Reference WorkingDays workingDays,
            @Reference CoreSettings settings, @Reference Notices notices, @Reference AuditLog audit,
            @Reference UnfiledSites unfiled, @Reference FiledRecordFinder finder, @Reference ReportStore reports) {
        this.reports = reports;
        this.finder = finder;
        this.transactions = transactions;
        this.store = store;
        this.register = register;
        this.orders = orders;
        this.certificates = certificates;
        this.tasks = tasks;
        this.clock = clock;
        this.workingDays = workingDays;
        this.settings = settings;
        this.notices = notices;
        this.audit = audit;
        this.unfiled = unfiled;
    }

    @Override
    public void enter(String authorityId, AuthorityNotice notice) {
        List<String> domains = notice.domains().stream().map(Domains::key).distinct().toList();
        if (notice.kind().blocks()) {
            List<String> marks = new ArrayList<>(domains.stream().map(Certificates::domainMark).toList());
            if (notice.certificateNumber() != null) {
                marks.add(certificates.mark(notice.certificateNumber()));
            }
            store.blacklist(marks, !notice.withdrawn());
        }
        List<ServiceEntry> services = services(authorityId, notice, domains);
        OrganizerEntry organizer = organizer(authorityId, notice, services);
        String key = notice.kind() + ":" + authorityId + ":" + subject(notice, domains);
        Optional<CorrectionCase> open = store.open(key).or(() -> olderKey(authorityId, notice, domains).flatMap(store::open));
        Instant now = clock.instant();
        if (notice.withdrawn()) {
            open.ifPresent(one -> update(one.with(Status.CLOSED, "authority", notice.text())));
            release(notice.kind(), organizer, services, now);
        } else if (open.isEmpty()) {
            CorrectionCase fresh = open(authorityId, notice, domains, key, organizer, services, now);
            keepDraft(fresh, notice, now);
            hold(notice.kind(), organizer, services, now);
            if (notice.kind() == CorrectionKind.UNFILED_SITE) {
                domains.forEach(domain -> unfiled.found(domain, notice.ips(), notice.text(), fresh.id()));
            }
        } else {
            keepDraft(open.get(), notice, now);
        }
    }

    /** What the authority said already of the report that it waits for. */
    private void keepDraft(CorrectionCase about, AuthorityNotice notice, Instant now) {
        if (notice.draft() != null) {
            reports.keepDraft(about.id(), notice.draft(), now);
        }
    }

    private String subject(AuthorityNotice notice, List<String> domains) {
        RecordReference about = notice.about();
        if (about != null) {
            return about.kind() + " " + (about.number() == null ? Long.toString(about.id()) : about.number());
        }
        return !domains.isEmpty() ? domains.get(0) : notice.certificateNumber() != null ? certificates.mark(notice.certificateNumber())
            : notice.ips().isEmpty() ? "-" : String.join("-", notice.ips());
    }

    /** The key of a case about a certificate alone that was opened before certificates were known by keyed marks. */
    private static Optional<String> olderKey(String authorityId, AuthorityNotice notice, List<String> domains) {
        return notice.about() != null || !domains.isEmpty() || notice.certificateNumber() == null ? Optional.empty()
            : Optional.of(notice.kind() + ":" + authorityId + ":"
                + Digests.sha256(notice.certificateNumber().getBytes(StandardCharsets.UTF_8)));
    }

    private List<ServiceEntry> services(String authorityId, AuthorityNotice notice, List<String> domains) {
        RecordReference about = notice.about();
        if (about == null) {
            return domains.stream().map(register::byDomain).flatMap(Optional::stream).distinct().toList();
        }
        return about.kind() != RecordReference.Kind.SERVICE ? List.of() : (about.number() != null ? register.service(about.number())
            : finder.service(authorityId, about.id())).filter(one -> one.state() != ServiceState.CANCELLED).stream().toList();
    }

    private OrganizerEntry organizer(String authorityId, AuthorityNotice notice, List<ServiceEntry> services) {
        RecordReference about = notice.about();
        Optional<OrganizerEntry> found = !services.isEmpty() ? register.organizer(services.get(0).organizerNumber())
            : about != null && about.kind() == RecordReference.Kind.ORGANIZER ? (about.number() != null
                ? register.organizer(about.number()) : finder.organizer(authorityId, about.id()))
                : Optional.ofNullable(notice.certificateNumber()).flatMap(certificates::filed);
        return found.filter(one -> one.state() != OrganizerState.CANCELLED).orElse(null);
    }

    private CorrectionCase open(String authorityId, AuthorityNotice notice, List<String> domains, String key, OrganizerEntry organizer,
            List<ServiceEntry> services, Instant now) {
        Optional<Order> order = Optional.ofNullable(organizer).map(OrganizerEntry::orderId).flatMap(orders::load);
        CorrectionCase fresh = new CorrectionCase(ids.next(now), 1, notice.kind(), authorityId,
            organizer == null ? null : organizer.number(), services.isEmpty() ? null : services.get(0).number(),
            order.map(Order::account).orElse(null), domains, notice.text(), now, due(notice.kind(), now), Status.OPEN, null, null);
        store.insert(fresh, key);
        if (fresh.due() != null) {
            tasks.schedule(TASK, fresh.id(), fresh.due());
        }
        tell("correction-opened", fresh, order);
        return fresh;
    }

    private Instant due(CorrectionKind kind, Instant now) {
        if (kind.blocks()) {
            return null;
        }
        return kind == CorrectionKind.VERIFICATION ? workingDays.plus(now, settings.get().verification_working_days())
            : now.plus(Duration.ofDays(settings.get().correction_days()));
    }

    private void tell(String message, CorrectionCase about, Optional<Order> order) {
        order.ifPresent(one -> notices.tell(new Notices.Notice(message, one.account(), one.id(), about.id(), Map.of("case", about.id(),
            "until", about.due() == null ? "-" : Times.day(about.due())))));
    }

    /** Marks in the register what a new case is about. */
    private void hold(CorrectionKind kind, OrganizerEntry organizer, List<ServiceEntry> services, Instant now) {
        if (kind == CorrectionKind.ORGANIZER_BLACKLISTED && organizer != null) {
            register.save(organizer.with(OrganizerState.BLACKLISTED, now));
            register.services(organizer.number()).stream().filter(one -> one.state() != ServiceState.CANCELLED)
                .forEach(one -> register.save(one.with(ServiceState.BLOCKED, now)));
        } else if (kind.blocks()) {
            services.forEach(one -> register.save(one.with(ServiceState.BLOCKED, now)));
        } else if (kind == CorrectionKind.RECTIFICATION) {
            services.stream().filter(one -> one.state() == ServiceState.ACTIVE)
                .forEach(one -> register.save(one.with(ServiceState.RECTIFY_REQUIRED, now)));
        }
    }

    /** Takes the marks off again that no other case holds. */
    private void release(CorrectionKind kind, OrganizerEntry organizer, List<ServiceEntry> services, Instant now) {
        if (!kind.blocks() && kind != CorrectionKind.RECTIFICATION) {
            return;
        }
        List<ServiceEntry> held = services;
        if (kind == CorrectionKind.ORGANIZER_BLACKLISTED && organizer != null && others(organizer.number())
                .noneMatch(one -> one.kind() == CorrectionKind.ORGANIZER_BLACKLISTED)) {
            held = register.services(organizer.number());
            boolean empty = held.stream().allMatch(one -> one.state() == ServiceState.CANCELLED);
            register.save(organizer.with(empty ? OrganizerState.SHELL : OrganizerState.ACTIVE, now));
        }
        ServiceState from = kind.blocks() ? ServiceState.BLOCKED : ServiceState.RECTIFY_REQUIRED;
        held.stream().filter(one -> one.state() == from).forEach(one -> register.save(one.with(left(one), now)));
    }

    private Stream<CorrectionCase> others(String organizerNumber) {
        return store.openAbout(organizerNumber).stream();
    }

    /** How a service stands by the cases that are left. */
    private ServiceState left(ServiceEntry service) {
        List<CorrectionCase> about = others(service.organizerNumber()).filter(one -> isAbout(one, service)).toList();
        return about.stream().anyMatch(one -> one.kind().blocks()) ? ServiceState.BLOCKED
            : about.stream().anyMatch(one -> one.kind() == CorrectionKind.RECTIFICATION) ? ServiceState.RECTIFY_REQUIRED
            : service.accessedHere() ? ServiceState.ACTIVE : ServiceState.ACCESS_CANCELLED;
    }

    private static boolean isAbout(CorrectionCase one, ServiceEntry service) {
        return one.kind() == CorrectionKind.ORGANIZER_BLACKLISTED || service.number().equals(one.serviceNumber())
            || one.domains().stream().anyMatch(service.domains()::contains);
    }

    @Override
    public List<CorrectionCase> list(Actor actor, boolean open, String after, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw Refusals.invalid("limit-out-of-range", "The limit lies between 1 and " + PAGE_MAX + ".");
        }
        return transactions.call(() -> store.list(actor.isStaff() ? null : actor.account(), open, after, limit));
    }

    @Override
    public CorrectionCase get(Actor actor, String id) {
        return transactions.call(() -> find(actor, id));
    }

    private CorrectionCase find(Actor actor, String id) {
        return Optional.of(id).filter(Ids::isId).flatMap(store::find)
            .filter(one -> actor.isStaff() || actor.account().equals(one.account()))
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "correction-not-found", "There is no such case."));
    }

    @Override
    public CorrectionCase conclude(Actor actor, String id, long version, String conclusion) {
        if (!actor.may(Permission.REVIEW_ORDER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not close cases.");
        }
        String what = Reasons.required(conclusion);
        return transactions.call(() -> {
            CorrectionCase old = find(actor, id);
            if (old.status() == Status.CLOSED) {
                throw Refusals.wrongState("correction-closed", "The case is closed already.");
            }
            if (old.kind().blocks()) {
                throw Refusals.wrongState("authority-ends-it", "A blacklisting ends when the authority takes it back.");
            }
            CorrectionCase next = old.with(Status.CLOSED, actor.account(), what);
            if (version != Orders.ANY_VERSION && version != old.version()) {
                throw changed();
            }
            update(next);
            tasks.cancel(TASK, id);
            audit.record(actor, "correction.conclude", "correction", id, what, Map.of("kind", old.kind().name()));
            release(old.kind(), null, Optional.ofNullable(old.serviceNumber()).flatMap(register::service).stream().toList(),
                clock.instant());
            return next;
        });
    }

    /** Who was faster is not overwritten, and nothing that follows from a change that was not made is done. */
    private void update(CorrectionCase next) {
        if (!store.update(next)) {
            throw changed();
        }
        if (next.status() == Status.CLOSED) {
            reports.dropDraft(next.id());
        }
    }

    private static Refusal changed() {
        return new Refusal(Refusal.Kind.STALE, "correction-changed", "The case was changed meanwhile; read it again.");
    }

    @Override
    public String name() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String key) {
        transactions.run(() -> store.find(key).filter(one -> one.status() == Status.OPEN && !clock.instant().isBefore(one.due()))
            .ifPresent(one -> {
                update(one.with(Status.OVERDUE, null, null));
                if (one.authorityId() == null) {
                    FoundCases.tell(notices, "inspection-overdue", one);
                    return;
                }
                tell("correction-overdue", one, Optional.ofNullable(one.organizerNumber()).flatMap(register::organizer)
                    .map(OrganizerEntry::orderId).flatMap(orders::load));
            }));
        return Optional.empty();
    }
}
