package org.openbeian.core.blocking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderListener;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.BlockingStore;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.DomainStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.HostName;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.message.Times;
import org.openbeian.core.register.Domains;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices and blocks, with one task for each domain under one: it blocks when the day is over, and looks now and then whether the
 * domain was filed. A grant makes it look at once; the gate itself opens with the register, in the grant's own transaction.
 */
@Component
public final class StoredBlockings implements Blockings, UnfiledSites, DurableTask, OrderListener {

    private static final Logger LOG = LoggerFactory.getLogger(StoredBlockings.class);
    private static final String TASK = "blocking";
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final int LONGEST = 1_000;
    private static final int MOST_ADDRESSES = 100;

    private final Transactions transactions;
    private final BlockingStore store;
    private final RegisterStore register;
    private final DomainStore domains;
    private final CorrectionStore cases;
    private final DurableTasks tasks;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public StoredBlockings(@Reference Transactions transactions, @Reference BlockingStore store, @Reference RegisterStore register,
            @Reference DomainStore domains, @Reference CorrectionStore cases, @Reference DurableTasks tasks,
            @Reference Notices notices, @Reference AuditLog audit, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.register = register;
        this.domains = domains;
        this.cases = cases;
        this.tasks = tasks;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Blocking notice(Actor actor, String host, String account, Instant deadline, String reason) {
        String domain = domain(host);
        checkReason(reason);
        Instant now = clock.instant();
        if (deadline == null || !deadline.isAfter(now)) {
            throw new Refusal(Kind.INVALID, "deadline-over", "The day of a notice must lie in the future.");
        }
        return transactions.call(() -> {
            checkUnfiled(domain);
            if (store.hold(domain).filter(found -> isBlocked(found.state())).isPresent()) {
                throw new Refusal(Kind.WRONG_STATE, "domain-blocked", domain + " is blocked already.");
            }
            Blocking blocking = stored(actor, "blocking.notice", new Blocking(domain, owner(domain, account), State.NOTICED, reason,
                deadline, null, false, actor.account(), now));
            tell(about(blocking, "blocking-notice", Map.of("domain", shown(domain), "blockDate", Times.time(deadline))));
            tasks.cancel(TASK, domain);
            tasks.schedule(TASK, domain, deadline);
            return blocking;
        });
    }

    @Override
    public Blocking isolate(Actor actor, String host, String account, List<String> ips, String reason, String caseId) {
        String domain = domain(host);
        checkReason(reason);
        List<String> addresses = addresses(ips);
        return transactions.call(() -> {
            checkUnfiled(domain);
            if (caseId != null) {
                checkCase(caseId, domain);
            }
            return isolated(actor, domain, account, addresses, reason, caseId);
        });
    }

    private void checkCase(String caseId, String domain) {
        if (cases.find(caseId).filter(found -> found.status() != CorrectionCase.Status.CLOSED && isAbout(found, domain)).isEmpty()) {
            throw new Refusal(Kind.INVALID, "case-unfit", "There is no open case of this id about " + domain + ".");
        }
    }

    private static boolean isAbout(CorrectionCase found, String domain) {
        return found.domains().stream().map(StoredBlockings::unit).flatMap(Optional::stream).anyMatch(domain::equals);
    }

    private Blocking isolated(Actor actor, String domain, String account, List<String> addresses, String reason, String caseId) {
        Blocking before = store.hold(domain).orElse(null);
        boolean goesOn = before != null && before.state() != State.LIFTED;
        Instant now = clock.instant();
        Blocking blocking = stored(actor, "blocking.isolate", new Blocking(domain,
            account == null && before != null ? before.account() : owner(domain, account), State.ISOLATED, reason, null, addresses,
            false, actor.account(), now, caseId == null && goesOn ? before.caseId() : caseId,
            Holds.with(before == null ? List.of() : before.holds(), caseId, now)));
        tell(about(blocking, "blocked", Map.of("domain", shown(domain))).with("reason", GateState.ISOLATED.text()));
        tasks.cancel(TASK, domain);
        tasks.schedule(TASK, domain, clock.instant().plus(PAUSE));
        return blocking;
    }

    @Override
    public void found(String host, List<String> ips, String reason, String caseId) {
        List<String> addresses = ips.stream().map(IpAddress::canonical).filter(ip -> IpAddress.checkPublic(ip).isEmpty()).distinct()
            .limit(MOST_ADDRESSES).toList();
        String why = reason == null || reason.isBlank() ? "WBAWZLB" : reason.substring(0, Math.min(LONGEST, reason.length()));
        unit(host).filter(domain -> !isFiled(domain)).ifPresent(domain -> transactions.run(() ->
            isolated(Actor.SYSTEM, domain, null, addresses, why, caseId)));
    }

    @Override
    public Blocking carrier(Actor actor, String domain, boolean blocked) {
        return transactions.call(() -> {
            Blocking found = known(domain);
            if (blocked && found.state() != State.ISOLATED) {
                throw new Refusal(Kind.WRONG_STATE, "domain-not-isolated", domain + " is not isolated; the carrier has nothing to block.");
            }
            return stored(actor, blocked ? "blocking.carrier" : "blocking.carrier.end", new Blocking(found.domain(), found.account(),
                found.state(), found.reason(), found.deadline(), found.ips(), blocked, actor.account(), found.since(), found.caseId(),
                found.holds()));
        });
    }

    @Override
    public Blocking lift(Actor actor, String domain, String reason, String caseId) {
        checkReason(reason);
        return transactions.call(() -> {
            Blocking found = known(domain);
            if (found.state() == State.LIFTED) {
                throw new Refusal(Kind.WRONG_STATE, "blocking-ended", domain + " is not blocked.");
            }
            List<String> holding = Holds.open(found.holds()).stream().filter(this::isOpen).toList();
            if (caseId != null && !holding.contains(caseId)) {
                throw new Refusal(Kind.INVALID, "case-unfit", "There is no open case of this id that holds " + domain + ".");
            }
            if (holding.size() > 1 && caseId == null) {
                throw new Refusal(Kind.WRONG_STATE, "blocking-held", domain + " is isolated for the cases " + String.join(", ", holding)
                    + "; name the one that lets it go.");
            }
            if (holding.size() > 1) {
                return released(actor, found, reason, caseId, holding);
            }
            tasks.cancel(TASK, found.domain());
            return end(actor, found, reason);
        });
    }

    private boolean isOpen(String caseId) {
        return cases.find(caseId).filter(one -> one.status() != CorrectionCase.Status.CLOSED).isPresent();
    }

    /** One case lets a domain go that others hold. */
    private Blocking released(Actor actor, Blocking found, String reason, String caseId, List<String> holding) {
        Blocking kept = new Blocking(found.domain(), found.account(), found.state(), found.reason(), found.deadline(), found.ips(),
            found.carrierBlocked(), found.by(), found.since(), holding.stream().filter(one -> !one.equals(caseId))
            .reduce((first, second) -> second).orElseThrow(), Holds.without(found.holds(), List.of(caseId), clock.instant()));
        store.save(kept);
        audit.record(actor, "blocking.release", "domain", found.domain(), reason, Map.of("case", caseId, "state", found.state().name()));
        return kept;
    }

    @Override
    public List<Blocking> of(Actor actor, CorrectionCase found) {
        boolean whole = actor.may(Permission.ASK_GATE);
        return transactions.call(() -> found.domains().stream().map(StoredBlockings::unit).flatMap(Optional::stream).distinct()
            .map(store::find).flatMap(Optional::stream).filter(one -> !Holds.of(one.holds(), found.id()).isEmpty())
            .map(one -> whole ? one : new Blocking(one.domain(), null, one.state(), null, null, List.of(), one.carrierBlocked(), null,
                one.since(), found.id(), Holds.of(one.holds(), found.id()))).toList());
    }

    @Override
    public Optional<Blocking> find(String domain) {
        return transactions.call(() -> store.find(domain(domain)));
    }

    @Override
    public List<Blocking> list(State state, int limit) {
        return transactions.call(() -> store.list(state, limit));
    }

    /** After a grant: whoever is under a notice or blocked is looked at now. */
    @Override
    public void changed(Order order, HistoryEntry entry) {
        if (order.state() != OrderState.APPROVED) {
            return;
        }
        try {
            List<String> names = Domains.of(order.application()).stream().map(StoredBlockings::unit).flatMap(Optional::stream)
                .distinct().toList();
            transactions.call(() -> store.open(names)).forEach(domain -> tasks.ensure(TASK, domain, clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("Blocked domains of a granted order are looked at later: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String domain) {
        return transactions.call(() -> {
            Blocking found = store.hold(domain).orElse(null);
            if (found == null || found.state() == State.LIFTED) {
                return Optional.empty();
            }
            if (isFiled(domain)) {
                end(Actor.SYSTEM, found, "filed");
                return Optional.empty();
            }
            if (found.state() == State.NOTICED) {
                if (clock.instant().isBefore(found.deadline())) {
                    return Optional.of(found.deadline());
                }
                Blocking blocked = stored(Actor.SYSTEM, "blocking.block", new Blocking(domain, found.account(), State.BLOCKED,
                    found.reason(), found.deadline(), found.ips(), false, Actor.SYSTEM.account(), clock.instant(), found.caseId(),
                    found.holds()));
                tell(about(blocked, "blocked", Map.of("domain", shown(domain))).with("reason", GateState.NOTICE_EXPIRED.text()));
            }
            return Optional.of(clock.instant().plus(PAUSE));
        });
    }

    private Blocking end(Actor actor, Blocking found, String reason) {
        Instant at = clock.instant();
        Blocking lifted = stored(actor, "blocking.lift", new Blocking(found.domain(), found.account(), State.LIFTED, reason,
            found.deadline(), found.ips(), found.carrierBlocked(), actor.account(), at, found.caseId(),
            Holds.without(found.holds(), Holds.open(found.holds()), at)));
        if (isBlocked(found.state())) {
            GateState now = isFiled(found.domain()) ? GateState.FILED : GateState.NONE;
            tell(about(lifted, "unblocked", Map.of("domain", shown(found.domain()))).with("reason", now.text()));
        }
        return lifted;
    }

    private Blocking stored(Actor actor, String action, Blocking blocking) {
        store.save(blocking);
        Map<String, String> details = new TreeMap<>(Map.of("state", blocking.state().name()));
        if (blocking.caseId() != null) {
            details.put("case", blocking.caseId());
        }
        audit.record(actor, action, "domain", blocking.domain(), blocking.reason(), details);
        return blocking;
    }

    private static Notices.Notice about(Blocking blocking, String message, Map<String, String> values) {
        return new Notices.Notice(message, blocking.account(), null, message + ":" + blocking.domain() + ":"
            + blocking.since().toEpochMilli(), values);
    }

    /** Tells the owner, if one is known. */
    private void tell(Notices.Notice notice) {
        if (notice.account() != null) {
            notices.tell(notice);
        }
    }

    private Blocking known(String domain) {
        return store.hold(domain(domain)).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "blocking-not-found",
            "There is no notice and no block for this domain."));
    }

    /** In the form people read. */
    private static String shown(String domain) {
        return DomainName.parse(domain).map(DomainName::unicode).orElse(domain);
    }

    private static void checkReason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new Refusal(Kind.INVALID, "reason-out-of-range", "Say why, in 1 to " + LONGEST + " characters.");
        }
    }

    private static List<String> addresses(List<String> ips) {
        List<String> addresses = ips == null ? List.of() : ips.stream().map(IpAddress::canonical).distinct().toList();
        if (addresses.size() > MOST_ADDRESSES) {
            throw new Refusal(Kind.INVALID, "ips-too-many", "Name " + MOST_ADDRESSES + " addresses at most.");
        }
        for (String ip : addresses) {
            Fault fault = IpAddress.checkPublic(ip).orElse(null);
            if (fault != null) {
                throw new Refusal(Kind.INVALID, "ip-not-public", "An address is " + (fault == Fault.FORM ? "of no known form"
                    : fault.english()) + "; name public ones alone.");
            }
        }
        return addresses;
    }

    private void checkUnfiled(String domain) {
        if (isFiled(domain)) {
            throw new Refusal(Kind.WRONG_STATE, "domain-filed", domain + " is filed with access here.");
        }
    }

    private boolean isFiled(String domain) {
        return register.byDomain(domain).filter(service -> service.state() == ServiceState.ACTIVE
            || service.state() == ServiceState.RECTIFY_REQUIRED).filter(ServiceEntry::accessedHere).isPresent();
    }

    private static boolean isBlocked(State state) {
        return state == State.BLOCKED || state == State.ISOLATED;
    }

    private String owner(String domain, String account) {
        return account != null && !account.isBlank() ? account.strip()
            : domains.domain(domain).map(DomainRegistration::account).orElse(null);
    }

    private static String domain(String host) {
        return unit(host).orElseThrow(() -> new Refusal(Kind.INVALID, "not-a-domain", "Name a domain, such as example.com."));
    }

    /** What is filed and blocked as a whole: the registrable domain, or a government sub-domain other than the portal. */
    private static Optional<String> unit(String host) {
        HostName name = HostName.of(host == null ? "" : host);
        if (name.kind() != HostName.Kind.NAME) {
            return Optional.empty();
        }
        String ascii = name.name().ascii();
        String registrable = name.name().registrable().ascii();
        return Optional.of(ascii.endsWith(".gov.cn") && !ascii.equals("www." + registrable) ? ascii : registrable);
    }
}
