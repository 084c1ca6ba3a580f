package org.openbeian.core.order;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.security.Permission;
import org.openbeian.core.identifier.FilingNumber;
import org.openbeian.core.imports.Fields;
import org.openbeian.core.imports.RecordKind;
import org.openbeian.core.register.Statement;
import org.openbeian.core.register.Statement.StatedService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * An extract of an authority's records, entered or exported by people, as records of an import: it is compared with the register and
 * never stored there. A record has {@code organizerNumber}, {@code asOf} (a date or time; now when missing), {@code filed}, {@code name}
 * and {@code services} with {@code number}, {@code filed}, {@code name}, {@code domains} and {@code here}; what is left out is not said.
 */
@Component(service = RecordKind.class)
public final class AuthorityRecords implements RecordKind<AuthorityRecords.Extract> {

    private static final String SOURCE = "import";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_SERVICES = 1_000;
    private static final int LONGEST = 300;

    private final Reconciler reconciler;
    private final Clock clock;

    /**
     * One record.
     *
     * @param statement what it says
     * @param asOf as of when
     */
    record Extract(Statement statement, Instant asOf) {
    }

    /** Created by Declarative Services. */
    @Activate
    public AuthorityRecords(@Reference Reconciler reconciler,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.reconciler = reconciler;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "authority-records";
    }

    @Override
    public Permission permission() {
        return Permission.MEND_ORDER;
    }

    @Override
    public Found<Extract> read(Fields fields) {
        String number = fields.text("organizerNumber", true, LONGEST);
        Instant asOf = fields.end("asOf");
        Boolean filed = fields.flag("filed", false);
        String name = fields.text("name", false, LONGEST);
        List<StatedService> services = fields.values("services", StatedService.class, MOST_SERVICES);
        Optional<FilingNumber> organizer = Optional.ofNullable(number).flatMap(FilingNumber::parse).filter(one -> one.serial() == 0);
        if (number != null && organizer.isEmpty()) {
            fields.fault("organizerNumber", "不是主体备案号", "no filing number of an organizer");
        }
        for (int i = 0; i < services.size(); i++) {
            Optional<FilingNumber> service = Optional.ofNullable(services.get(i).number()).flatMap(FilingNumber::parse);
            if (service.filter(one -> one.serial() > 0 && one.organizer().equals(number)).isEmpty()) {
                fields.fault("services/" + i + "/number", "不是该主体的服务备案号", "no filing number of a service of this organizer");
            }
        }
        if (asOf != null && asOf.isAfter(clock.instant().atZone(SHANGHAI).toLocalDate().plusDays(1).atStartOfDay(SHANGHAI).toInstant())) {
            fields.fault("asOf", "不能晚于今天", "not later than today");
        }
        return fields.faults() != null ? null : new Found<>(number, new Extract(new Statement(number, filed, name, services),
            asOf == null ? clock.instant() : asOf));
    }

    @Override
    public void store(List<Extract> portion) {
        portion.forEach(one -> reconciler.stated(one.statement(), SOURCE, one.asOf()));
    }
}
