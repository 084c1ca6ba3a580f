package org.openbeian.publicsecurity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reminds of interviews and inspections (T-91, T-92). */
@Component(service = DurableTask.class)
public final class AppointmentWatch implements DurableTask {

    static final String NAME = "psb-appointment";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(CaseBook.CHINA);

    private final CaseFiles files;
    private final Notices notices;
    private final Transactions transactions;
    private final PublicSecuritySettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public AppointmentWatch(@Reference CaseFiles files, @Reference Notices notices, @Reference Transactions transactions,
            @Reference PublicSecuritySettings settings, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = files;
        this.notices = notices;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(String key) {
        return transactions.call(() -> {
            PublicSecurityCase found = files.find(key).orElse(null);
            Instant now = clock.instant();
            boolean waiting = found != null && (found.state() == State.INTERVIEW_REQUIRED || found.state() == State.SITE_VISIT_REQUIRED);
            if (!waiting || !found.appointment().at().isAfter(now)) {
                return Optional.empty();
            }
            IntStream.of(settings.get().appointment_hours()).filter(hours -> !before(found.appointment(), hours).isAfter(now)).min()
                .ifPresent(hours -> notices.tell(notice(found, "psb-" + found.id() + "-" + found.steps().size() + "-" + hours)));
            return next(found.appointment(), settings.get(), now);
        });
    }

    private static Instant before(Appointment appointment, int hours) {
        return appointment.at().minus(Duration.ofHours(hours));
    }

    /** When the appointment is told next. */
    static Optional<Instant> next(Appointment appointment, PublicSecurityConfig settings, Instant now) {
        return IntStream.of(settings.appointment_hours()).mapToObj(hours -> before(appointment, hours)).filter(at -> at.isAfter(now))
            .min(Instant::compareTo);
    }

    static Notice notice(PublicSecurityCase about, String occasion) {
        Appointment appointment = about.appointment();
        String documents = appointment.documents().isEmpty() ? "—" : String.join("、", appointment.documents());
        return new Notice("psb-appointment", about.account(), about.orderId(), occasion, Map.of("time", TIME.format(appointment.at()),
            "place", appointment.place(), "documents", documents));
    }
}
