package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.Register;
import org.openbeian.api.register.RegisterQuery;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.RegisterSummary;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.identifier.HostName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks things up in the register. Thread-safe. */
@Component
public final class RegisterDesk implements Register {

    private static final int LONGEST = 200;
    private static final int PORTION = 100;
    private static final Set<OrderState> AT_AUTHORITY =
        EnumSet.of(OrderState.SMS_PENDING, OrderState.SMS_FAILED, OrderState.AUTHORITY_REVIEW);

    private final RegisterStore register;
    private final OrderStore orders;
    private final Transactions transactions;
    private final AuditLog audit;

    /** Created by Declarative Services. */
    @Activate
    public RegisterDesk(@Reference RegisterStore register, @Reference OrderStore orders, @Reference Transactions transactions,
            @Reference AuditLog audit) {
        this.register = register;
        this.orders = orders;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public List<RegisterSummary> find(Actor actor, RegisterQuery query) {
        Optional<FilingNumber> number = Optional.ofNullable(query.number()).flatMap(FilingNumber::parseLenient);
        Optional<String> domain = Optional.ofNullable(query.domain()).map(HostName::of)
            .filter(host -> host.kind() == HostName.Kind.NAME).map(host -> host.name().registrable().ascii());
        check(query, number, domain);
        return transactions.call(() -> candidates(actor, query, number, domain)
            .flatMap(found -> record(found).stream())
            .filter(found -> mayRead(actor, found) && matches(found, query, number, domain))
            .sorted(Comparator.comparing(found -> found.organizer().number())).limit(query.limit())
            .map(this::underChange).map(RegisterDesk::summary).toList());
    }

    private static void check(RegisterQuery query, Optional<FilingNumber> number, Optional<String> domain) {
        List<Finding> findings = new ArrayList<>();
        if (query.number() != null && number.isEmpty()) {
            findings.add(ServerFindings.block("register-number", "/number", text("备案号格式不正确", "this is no filing number"),
                text("例如 粤ICP备2026000001号 或 粤ICP备2026000001号-1", "such as 粤ICP备2026000001号 or 粤ICP备2026000001号-1")));
        }
        if (query.domain() != null && domain.isEmpty()) {
            findings.add(ServerFindings.block("register-domain", "/domain", text("域名格式不正确", "this is no domain"),
                text("例如 example.com", "such as example.com")));
        }
        if (query.name() != null && (query.name().isBlank() || query.name().length() > LONGEST || !Shape.isClean(query.name()))) {
            findings.add(ServerFindings.block("register-name", "/name", text("主办者名称须为 1 至 200 个字符，且不含控制字符",
                "a name has 1 to 200 characters and no control characters"), text("请填写完整名称", "give the whole name")));
        }
        if (query.provinceId() != null && !query.provinceId().matches("[0-9]{6}")) {
            findings.add(ServerFindings.block("register-province", "/provinceId", text("省级代码须为六位数字",
                "a province has a code of six digits"), text("例如 440000", "such as 440000")));
        }
        if (query.limit() < 1 || query.limit() > MOST) {
            findings.add(ServerFindings.block("register-limit", "/limit", text("条数须为 1 至 200", "the limit lies between 1 and 200"),
                text("请调整条数", "give another limit")));
        }
        if (!findings.isEmpty()) {
            throw Refusals.invalid("search-refused", "The search was not run; see the findings.", findings);
        }
    }

    /** Numbers of organizers that may match. */
    private Stream<String> candidates(Actor actor, RegisterQuery query, Optional<FilingNumber> number, Optional<String> domain) {
        if (number.isPresent() || domain.isPresent()) {
            return Stream.concat(number.stream().map(FilingNumber::organizer),
                domain.stream().flatMap(name -> register.byDomain(name).stream()).map(ServiceEntry::organizerNumber))
                .distinct();
        }
        if (!actor.isStaff() && !actor.may(Permission.START_ORDER)) {
            return actor.delegated().keySet().stream().filter(Ids::isId).flatMap(id -> orders.load(id).stream())
                .filter(order -> order.grant() != null).map(order -> order.grant().organizerNumber()).distinct();
        }
        return register.find(query.name(), query.provinceId(), query.state(), actor.isStaff() ? null : actor.account(),
            query.after(), query.limit()).stream();
    }

    private boolean matches(RegisterRecord found, RegisterQuery query, Optional<FilingNumber> number, Optional<String> domain) {
        OrganizerEntry organizer = found.organizer();
        return number.filter(one -> !one.organizer().equals(organizer.number())).isEmpty()
            && domain.filter(name -> found.services().stream().noneMatch(one -> one.domains().contains(name))).isEmpty()
            && (query.name() == null || plain(query.name()).equals(plain(organizer.name())))
            && (query.provinceId() == null || query.provinceId().equals(organizer.provinceId()))
            && (query.state() == null || query.state() == organizer.state())
            && (query.after() == null || organizer.number().compareTo(query.after()) > 0);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    private boolean mayRead(Actor actor, RegisterRecord found) {
        return actor.isStaff() || (actor.may(Permission.START_ORDER) ? actor.account().equals(found.account())
            : actor.delegated().containsKey(found.organizer().orderId()));
    }

    /** Empty when it is not there, or was erased. */
    private Optional<RegisterRecord> record(String number) {
        return register.organizer(number).filter(organizer -> !organizer.name().isEmpty()).map(organizer -> new RegisterRecord(
            account(organizer.orderId()), organizer, register.services(number)));
    }

    /** The services of which a change lies with the authority are told so; what is stored stays as the authority published it. */
    private RegisterRecord underChange(RegisterRecord found) {
        Order change = orders.openOrderOfOrganizer(found.organizer().number()).flatMap(orders::load)
            .filter(order -> AT_AUTHORITY.contains(order.state()) && TypeProfile.of(order.type()).changes()).orElse(null);
        return change == null ? found : new RegisterRecord(found.account(), found.organizer(), found.services().stream()
            .map(one -> one.state() == ServiceState.ACTIVE && change.application().basis().serviceNumbers().contains(one.number())
                ? one.with(ServiceState.CHANGE_PENDING, change.handover().acceptedAt()) : one).toList());
    }

    private String account(String orderId) {
        try {
            return orders.load(orderId).map(Order::account).orElse(null);
        } catch (DataErased gone) {
            return null;
        }
    }

    private static RegisterSummary summary(RegisterRecord found) {
        OrganizerEntry organizer = found.organizer();
        Organizer data = organizer.data();
        boolean unit = data != null && data.nature() != null && !data.nature().isPerson();
        return new RegisterSummary(organizer.number(), organizer.provinceId(), unit ? organizer.name() : Masks.name(organizer.name()),
            organizer.state(), organizer.since(), organizer.grantedAt(), found.services().stream()
                .map(one -> new RegisterSummary.Service(one.number(), one.state(), one.domains())).toList());
    }

    @Override
    public RegisterRecord get(Actor actor, String number) {
        return transactions.call(() -> FilingNumber.parse(number).flatMap(parsed -> record(parsed.organizer()))
            .filter(found -> mayRead(actor, found)).map(this::underChange))
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "not-registered", "the register holds no such organizer"));
    }

    @Override
    public ToLongFunction<Consumer<RegisterRecord>> export(Actor actor, String reason) {
        if (!actor.may(Permission.MOVE_REGISTER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "This account may not export the register.");
        }
        String why = Disclosure.reason(reason);
        transactions.run(() -> audit.record(actor, "register.export", "register", null, why, Map.of()));
        return this::handOut;
    }

    private long handOut(Consumer<RegisterRecord> each) {
        long count = 0;
        String after = null;
        List<String> page;
        do {
            String from = after;
            page = transactions.call(() -> register.find(null, null, null, null, from, PORTION));
            for (String number : page) {
                Optional<RegisterRecord> found = transactions.call(() -> record(number));
                found.ifPresent(each);
                count += found.isPresent() ? 1 : 0;
                after = number;
            }
        } while (page.size() == PORTION);
        return count;
    }
}
