package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteDuty.Kind;
import org.openbeian.api.site.SiteDuty.State;

/** What is owed for a site and when: terms count from the opening, or from the grant while no opening is recorded (T-45, T-95). */
final class Duties {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Duties() {
    }

    /** The duties of a site, first those that are due first. */
    static List<SiteDuty> of(FiledSite site, AftercareConfig terms, Instant now) {
        if (site.ended()) {
            return List.of();
        }
        List<SiteDuty> duties = new ArrayList<>();
        boolean open = site.openedOn() != null;
        duties.add(duty(Kind.OPENING, open, site.grantedAt(), null, now, text("开通网站并登记开通日期", "Open the site and record the day")));
        Instant opened = open ? day(site.openedOn()) : null;
        duties.add(duty(Kind.FOOTER, site.footer() != null && site.footer().numberShown(), open ? opened : site.grantedAt(),
            open ? opened.plus(Duration.ofDays(1)) : null, now,
            text("网站开通时在首页底部显示备案号并链接到工信部", "Show the filing number at the bottom of the home page, linked to the ministry, from the"
                + " opening on")));
        Instant since = open && opened.isAfter(site.grantedAt()) ? opened : site.grantedAt();
        duties.add(duty(Kind.PUBLIC_SECURITY_FILING, site.police() != null, since, since.plus(Duration.ofDays(terms.psb_days())), now,
            text("办理公安联网备案", "Apply for the public-security filing")));
        if (site.police() != null) {
            Instant granted = day(site.police().grantedOn());
            duties.add(duty(Kind.PUBLIC_SECURITY_FOOTER, site.footer() != null && site.footer().policeShown(), granted,
                granted.plus(Duration.ofDays(terms.psb_footer_days() + 1L)), now,
                text("在首页底部显示公安备案号、图标及链接", "Show the public-security number, its badge and its link at the bottom of the home page")));
        }
        duties.sort(Comparator.comparing((SiteDuty duty) -> duty.state() == State.DONE)
            .thenComparing(duty -> duty.due() == null ? Instant.MAX : duty.due()));
        return duties;
    }

    private static SiteDuty duty(Kind kind, boolean done, Instant since, Instant due, Instant now, LocalizedText text) {
        State state = done ? State.DONE : due != null && !now.isBefore(due) ? State.OVERDUE : State.OPEN;
        return new SiteDuty(kind, state, since, due, text);
    }

    static Instant day(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }

    /** When a duty that is not done is told: on its days, then again and again once its term is over. */
    private static Stream<Instant> moments(SiteDuty duty, AftercareConfig terms, Instant until) {
        Stream<Instant> days = IntStream.of(terms.reminder_days()).mapToObj(day -> duty.since().plus(Duration.ofDays(day)));
        if (duty.due() == null) {
            return Stream.empty();
        }
        Stream<Instant> after = Stream.iterate(duty.due(), at -> !at.isAfter(until),
            at -> at.plus(Duration.ofDays(terms.overdue_days())));
        return Stream.concat(days.filter(at -> at.isBefore(duty.due())), after);
    }

    /** The latest moment up to now at which a duty was to be told. */
    static Optional<Instant> lastMoment(SiteDuty duty, AftercareConfig terms, Instant now) {
        return duty.state() == State.DONE ? Optional.empty()
            : moments(duty, terms, now).filter(at -> !at.isAfter(now)).max(Comparator.naturalOrder());
    }

    /** The next moment after now at which a duty is to be told. */
    static Optional<Instant> nextMoment(SiteDuty duty, AftercareConfig terms, Instant now) {
        Instant far = now.plus(Duration.ofDays(terms.overdue_days()));
        Instant until = duty.due() != null && duty.due().isAfter(far) ? duty.due() : far;
        return duty.state() == State.DONE ? Optional.empty()
            : moments(duty, terms, until).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }
}
