package org.openbeian.core.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.imports.Fields;
import org.openbeian.core.imports.RecordKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Organizers with their services as records of an import, as an export wrote them. What the register holds is replaced, but not
 * whose order brought it; nobody owns what no order brought.
 */
@Component(service = RecordKind.class)
public final class RegisterRecords implements RecordKind<RegisterRecord> {

    /** Order of what an import brought. */
    public static final String NO_ORDER = "imported";
    private static final int MOST_SERVICES = 1_000;

    private static final Duration AHEAD = Duration.ofDays(1);

    private final RegisterStore register;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public RegisterRecords(@Reference RegisterStore register, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "register";
    }

    @Override
    public Permission permission() {
        return Permission.MOVE_REGISTER;
    }

    @Override
    public Found<RegisterRecord> read(Fields fields) {
        fields.text("account", false, 200);
        OrganizerEntry organizer = fields.value("organizer", OrganizerEntry.class);
        List<ServiceEntry> services = fields.values("services", ServiceEntry.class, MOST_SERVICES);
        if (organizer != null) {
            check(organizer, fields);
        }
        for (int i = 0; organizer != null && i < services.size(); i++) {
            check("services/" + i, organizer, services.get(i), fields);
        }
        return fields.faults() != null ? null
            : new Found<>(organizer.number(), new RegisterRecord(null, organizer, services));
    }

    private void check(OrganizerEntry organizer, Fields fields) {
        Optional<FilingNumber> number = Optional.ofNullable(organizer.number()).flatMap(FilingNumber::parse);
        if (number.filter(one -> one.serial() == 0).isEmpty()) {
            fields.fault("organizer/number", "不是主体备案号", "no filing number of an organizer");
        }
        if (organizer.provinceId() == null || !organizer.provinceId().matches("[0-9]{6}")) {
            fields.fault("organizer/provinceId", "应为六位数字", "expected six digits");
        }
        past(fields, "organizer/changedAt", organizer.changedAt());
        past(fields, "organizer/since", organizer.since());
        need(fields, "organizer", "name", organizer.name(), "state", organizer.state(), "grantedAt", organizer.grantedAt());
    }

    private void check(String place, OrganizerEntry organizer, ServiceEntry service, Fields fields) {
        Optional<FilingNumber> number = Optional.ofNullable(service.number()).flatMap(FilingNumber::parse);
        if (number.filter(one -> one.serial() > 0 && one.organizer().equals(organizer.number())).isEmpty()) {
            fields.fault(place + "/number", "不是该主体的服务备案号", "no filing number of a service of this organizer");
        }
        for (int i = 0; i < service.domains().size(); i++) {
            String domain = service.domains().get(i);
            if (!domain.equals(Domains.key(domain)) || domain.indexOf('.') < 0) {
                fields.fault(place + "/domains/" + i, "应为小写 A 标签域名", "no domain in lower-case A-form");
            }
        }
        past(fields, place + "/changedAt", service.changedAt());
        past(fields, place + "/since", service.since());
        need(fields, place, "name", service.name(), "state", service.state(), "grantedAt", service.grantedAt());
    }

    /** Whatever an authority publishes till then would count as older. */
    private void past(Fields fields, String place, Instant at) {
        if (at != null && at.isAfter(clock.instant().plus(AHEAD))) {
            fields.fault(place, "不能比现在晚一天以上", "not more than a day ahead of now");
        }
    }

    private static void need(Fields fields, String place, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                fields.fault(place + "/" + namesAndValues[i], "缺少", "missing");
            }
        }
    }

    @Override
    public void store(List<RegisterRecord> portion) {
        register.saveAll(since(portion), NO_ORDER);
    }

    @Override
    public Runnable prepared(List<RegisterRecord> portion) {
        return register.prepared(since(portion), NO_ORDER);
    }

    private static List<RegisterRecord> since(List<RegisterRecord> given) {
        return given.stream().map(record -> new RegisterRecord(null, since(record.organizer()),
            record.services().stream().map(RegisterRecords::since).toList())).toList();
    }

    private static OrganizerEntry since(OrganizerEntry given) {
        return given.since() != null ? given : new OrganizerEntry(given.number(), given.provinceId(), given.name(), given.recordId(),
            given.orderId(), given.grantedAt(), given.state(), given.grantedAt(), given.data(), given.changedAt());
    }

    private static ServiceEntry since(ServiceEntry given) {
        return given.since() != null ? given : new ServiceEntry(given.number(), given.organizerNumber(), given.name(), given.domains(),
            given.recordId(), given.orderId(), given.grantedAt(), given.state(), given.grantedAt(), given.data(), given.accesses(),
            given.changedAt());
    }
}
