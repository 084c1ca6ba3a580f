package org.openbeian.core.resource;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AddressStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Addresses with their numbers and bills; one durable task for each that is kept while its bill is not paid. */
@Component
public final class StoredAddresses implements PublicAddresses, DurableTask {

    private static final String TASK = "address-release";

    private final Transactions transactions;
    private final AddressStore store;
    private final RegisterStore register;
    private final DurableTasks tasks;
    private final Notices notices;
    private final AuditLog audit;
    private final AddressSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public StoredAddresses(@Reference Transactions transactions, @Reference AddressStore store, @Reference RegisterStore register,
            @Reference DurableTasks tasks, @Reference Notices notices, @Reference AuditLog audit, @Reference AddressSettings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.register = register;
        this.tasks = tasks;
        this.notices = notices;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Address bind(Actor actor, String ip, String number) {
        String address = checked(ip);
        FilingNumber parsed = FilingNumber.parse(number == null ? "" : number.strip()).orElseThrow(() -> wrong(
            "number-malformed", new LocalizedText("备案号格式不正确", "This is no filing number"),
            new LocalizedText("请填写完整的服务备案号，如 粤ICP备12345678号-1", "Enter that of a service as a whole, such as 粤ICP备12345678号-1")));
        return transactions.call(() -> {
            Address now = of(actor, address, store.hold(address));
            if (now.suspendedAt() != null) {
                throw new Refusal(Kind.WRONG_STATE, "address-suspended", "The bill of " + address + " is not paid.");
            }
            if (register.service(parsed.text()).map(ServiceEntry::state).filter(ServiceState.ACTIVE::equals).isEmpty()) {
                throw wrong("number-not-on-register", new LocalizedText(parsed.text() + " 不是已在本接入商备案并接入的服务的备案号",
                    parsed.text() + " is not the number of a service that is filed with access here"),
                    new LocalizedText("请填写网站或 APP 的服务备案号（含序号）", "Enter that of the website or APP, with its serial"));
            }
            return stored(actor, "address.bind", new Address(address, now.account(), now.region(), parsed.text(), State.ENTERED,
                actor.account(), clock.instant(), null, null, null));
        });
    }

    @Override
    public Address decide(Actor actor, String ip, boolean approved, String reason) {
        if (!approved && (reason == null || reason.isBlank())) {
            throw new Refusal(Kind.INVALID, "reason-missing", "Say why the number is not approved; its owner is told.");
        }
        return transactions.call(() -> {
            Address found = store.hold(checked(ip)).filter(one -> one.state() == State.ENTERED).orElseThrow(() -> new Refusal(
                Kind.WRONG_STATE, "no-number-waits", "No number of this address waits for an approval."));
            Address decided = stored(actor, approved ? "address.approve" : "address.reject", new Address(found.ip(), found.account(),
                found.region(), found.number(), approved ? State.APPROVED : State.REJECTED, actor.account(), clock.instant(),
                approved ? null : reason.strip(), found.suspendedAt(), found.releaseAt()));
            for (int port : settings.closed(found.region())) {
                Map<String, String> values = Map.of("ip", found.ip(), "port", String.valueOf(port));
                if (approved) {
                    tell(decided, "port-approved", String.valueOf(port), values);
                } else {
                    tell(decided, "port-rejected", String.valueOf(port), Map.of("ip", found.ip(), "port", String.valueOf(port), "reason",
                        reason.strip()));
                }
            }
            return decided;
        });
    }

    @Override
    public Address suspend(Actor actor, String ip) {
        String address = checked(ip);
        return transactions.call(() -> {
            Address now = of(actor, address, store.hold(address));
            if (now.suspendedAt() != null) {
                return now;
            }
            Instant at = clock.instant();
            boolean kept = now.state() == State.APPROVED;
            Address suspended = stored(actor, "address.suspend", new Address(address, now.account(), now.region(),
                kept ? now.number() : null, kept ? State.APPROVED : State.UNBOUND, actor.account(), at, null, at,
                kept ? at.plus(settings.kept()) : at));
            if (kept) {
                tell(suspended, "arrears", "", Map.of("ip", address, "release", Times.time(suspended.releaseAt())));
                tasks.cancel(TASK, address);
                tasks.schedule(TASK, address, suspended.releaseAt().minus(settings.reminder()));
            }
            return suspended;
        });
    }

    @Override
    public Address resume(Actor actor, String ip) {
        return transactions.call(() -> {
            Address found = store.hold(checked(ip)).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "address-not-found",
                "Nothing is known of an unpaid bill of this address."));
            if (found.suspendedAt() == null) {
                throw new Refusal(Kind.WRONG_STATE, "address-not-suspended", "The address is not suspended.");
            }
            if (isReleased(found)) {
                Address anew = fresh(found.ip()).orElseThrow(() -> new Refusal(Kind.WRONG_STATE, "address-released",
                    "The address was released, and no resource has it now."));
                return stored(actor, "address.resume", anew);
            }
            tasks.cancel(TASK, found.ip());
            return stored(actor, "address.resume", new Address(found.ip(), found.account(), found.region(), found.number(), found.state(),
                actor.account(), clock.instant(), null, null, null));
        });
    }

    @Override
    public Address find(Actor actor, String ip) {
        String address = checked(ip);
        return transactions.call(() -> of(actor, address, store.find(address)));
    }

    @Override
    public List<Address> list(State state, int limit) {
        return transactions.call(() -> store.list(state, limit));
    }

    @Override
    public PortDecision port(String ip, int port) {
        if (port < 1 || port > 65_535 || IpAddress.checkPublic(ip == null ? "" : ip.strip()).isPresent()) {
            return new PortDecision(ip, port, GateDecision.UNKNOWN, new LocalizedText("不是公网地址或端口", "No public address or no port"));
        }
        return transactions.call(() -> {
            String address = IpAddress.canonical(ip);
            Address found = known(address, store.find(address)).orElse(null);
            if (found == null) {
                return new PortDecision(ip, port, GateDecision.UNKNOWN, new LocalizedText("未知的 IP", "This address is not known here"));
            }
            if (found.suspendedAt() != null) {
                return new PortDecision(ip, port, GateDecision.BLOCK, isReleased(found)
                    ? new LocalizedText("IP 已释放", "The address was released")
                    : new LocalizedText("IP 因欠费停用", "The address is suspended for arrears"));
            }
            if (!settings.closed(found.region()).contains(port)) {
                return new PortDecision(ip, port, GateDecision.ALLOW, new LocalizedText("该地域不限制此端口",
                    "The region does not close this port"));
            }
            return found.state() == State.APPROVED
                ? new PortDecision(ip, port, GateDecision.ALLOW, new LocalizedText("备案信息已经管理员审核", "An administrator approved its filing"))
                : new PortDecision(ip, port, GateDecision.BLOCK, new LocalizedText("该地域在备案信息审核通过前禁用此端口",
                    "The region closes this port until the filing of the address is approved"));
        });
    }

    @Override
    public String name() {
        return TASK;
    }

    /** First the reminder, then the release. */
    @Override
    public Optional<Instant> run(String ip) {
        return transactions.call(() -> {
            Address found = store.hold(ip).filter(one -> one.suspendedAt() != null && one.state() == State.APPROVED).orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            if (clock.instant().isBefore(found.releaseAt())) {
                tell(found, "release-warning", "", Map.of("ip", ip, "release", Times.time(found.releaseAt())));
                return Optional.of(found.releaseAt());
            }
            stored(Actor.SYSTEM, "address.release", new Address(ip, found.account(), found.region(), null, State.UNBOUND,
                Actor.SYSTEM.account(), clock.instant(), null, found.suspendedAt(), found.releaseAt()));
            return Optional.empty();
        });
    }

    private static Refusal wrong(String id, LocalizedText text, LocalizedText mend) {
        return new Refusal(Kind.INVALID, id, text.en() + ". " + mend.en() + ".", List.of(new Finding(id, Severity.BLOCK, "/number", text,
            mend, null, "org.openbeian.core", null)));
    }

    private Address stored(Actor actor, String action, Address address) {
        store.save(address);
        audit.record(actor, action, "address", address.ip(), address.reason(), Map.of("state", address.state().name()));
        return address;
    }

    private void tell(Address address, String message, String more, Map<String, String> values) {
        notices.tell(new Notices.Notice(message, address.account(), null, message + ":" + address.ip() + ":" + more + ":"
            + address.since().toEpochMilli(), values));
    }

    private Address of(Actor actor, String ip, Optional<Address> stored) {
        return known(ip, stored).filter(found -> actor.isStaff() || actor.account().equals(found.account())).orElseThrow(() -> new Refusal(
            Kind.NOT_FOUND, "address-not-found", "There is no such address, or it is not yours."));
    }

    /** As it is stored, or as the resource that has it says; an address that was released belongs to whom the resource says now. */
    private Optional<Address> known(String ip, Optional<Address> stored) {
        Optional<Address> fresh = fresh(ip);
        boolean other = stored.isPresent() && fresh.isPresent() && !fresh.get().account().equals(stored.get().account());
        return stored.isPresent() && !other ? stored : fresh;
    }

    /** As the resource that has it says. */
    private Optional<Address> fresh(String ip) {
        return store.resources(ip).stream().findFirst().map(facts -> new Address(ip, facts.account(), facts.region(), null,
            State.UNBOUND, facts.account(), clock.instant(), null, null, null));
    }

    private boolean isReleased(Address address) {
        return address.releaseAt() != null && !clock.instant().isBefore(address.releaseAt());
    }

    private static String checked(String ip) {
        String address = ip == null ? "" : ip.strip();
        Fault fault = IpAddress.checkPublic(address).orElse(null);
        if (fault != null) {
            throw new Refusal(Kind.INVALID, "ip-not-public", (fault == Fault.FORM ? "This is no IP address" : "This is no public address")
                + "; enter a public one of version 4 or 6.");
        }
        return IpAddress.canonical(address);
    }
}
