package org.openbeian.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Looks at one site whenever a reminder or an inspection of it is due. */
@Component(service = DurableTask.class)
public final class SiteWatch implements DurableTask {

    static final String NAME = "site-watch";

    private static final Duration SOON = Duration.ofMinutes(1);
    /** Of many sites that found no place, each comes again at a time of its own. */
    private static final long LEAST_PAUSE_SECONDS = 300;
    private static final long MOST_PAUSE_SECONDS = 3600;
    private static final Duration DAY = Duration.ofDays(1);

    private final SiteFiles files;
    private final SiteBook book;
    private final FiledResources resources;
    private final Inspector inspector;
    private final Notices notices;
    private final Inspections inspections;
    private final Transactions transactions;
    private final AftercareSettings settings;
    private final Clock clock;
    /** When resources of a site were missed first, by its id. */
    private final Map<String, Instant> missed = new ConcurrentHashMap<>();

    /** Created by Declarative Services. */
    @Activate
    public SiteWatch(@Reference SiteFiles files, @Reference SiteBook book, @Reference FiledResources resources,
            @Reference Inspector inspector, @Reference Notices notices,
            @Reference Inspections inspections, @Reference Transactions transactions, @Reference AftercareSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = files;
        this.book = book;
        this.resources = resources;
        this.inspector = inspector;
        this.notices = notices;
        this.inspections = inspections;
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
        FiledSite site = transactions.call(() -> files.find(key).map(found -> book.view(found).site()).orElse(null));
        if (site == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (site.ended()) {
            missed.remove(key);
            List<String> addresses = inspector.leadsTo(site.domains().get(0));
            boolean here = resources.isHere(site.number(), site.account(), addresses).orElse(false);
            return ended(site, here ? String.join(", ", addresses) : null);
        }
        AtomicReference<FiledResources.Seen> seen = new AtomicReference<>();
        FooterReport report = null;
        boolean late = false;
        if (site.openedOn() != null && !now.isBefore(inspectionDue(site))) {
            report = book.report(site, () -> {
                seen.set(resources.of(site));
                return seen.get().ips();
            }).orElse(null);
            late = report == null;
        }
        if (!late && seen.get() == null && (report != null || site.openedOn() == null || missed.containsKey(key))) {
            seen.set(resources.of(site));
        }
        return step(key, report, seen.get(), late ? Duration.ofSeconds(ThreadLocalRandom.current().nextLong(LEAST_PAUSE_SECONDS,
            MOST_PAUSE_SECONDS)) : SOON);
    }

    /**
     * One whose filing stands without an access here is looked at on: it may still be served here.
     *
     * @param here the addresses by which it is, or null
     */
    private Optional<Instant> ended(FiledSite site, String here) {
        return transactions.call(() -> {
            FiledSite kept = files.find(site.id()).orElse(null);
            if (kept == null) {
                return Optional.empty();
            }
            SiteView view = book.view(kept.next(kept.openedOn(), kept.police(), kept.footer()));
            if (!view.site().ended() || !files.update(view.site(), SiteBook.state(view))) {
                return Optional.of(clock.instant().plusSeconds(1));
            }
            String domain = site.domains().get(0);
            if (book.isShell(site)) {
                inspections.found(CorrectionKind.EMPTY_SHELL, site.orderId(), domain, null);
            }
            if (here != null && book.isElsewhere(site)) {
                inspections.found(CorrectionKind.ACCESS_UNDER_REPORTED, site.orderId(), domain, here);
            }
            return book.isElsewhere(site) ? Optional.of(clock.instant().plus(Duration.ofDays(settings.get().inspect_right_days())))
                : Optional.empty();
        });
    }

    private Instant inspectionDue(FiledSite site) {
        if (site.footer() == null) {
            return Duties.day(site.openedOn()).plus(Duration.ofDays(1));
        }
        boolean right = site.footer().state() == FooterReport.State.RIGHT;
        return site.footer().at().plus(Duration.ofDays(right ? settings.get().inspect_right_days() : settings.get().inspect_wrong_days()));
    }

    /**
     * Stores what was found, tells what is to be told, and says when to look again. Reminders wait for no inspection.
     *
     * @param report what an inspection found, or null
     * @param pause until what is due already
     */
    private Optional<Instant> step(String key, FooterReport report, FiledResources.Seen seen, Duration pause) {
        return transactions.call(() -> {
            FiledSite kept = files.find(key).orElse(null);
            if (kept == null) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            SiteView view = book.view(kept.next(kept.openedOn(), kept.police(), report == null ? kept.footer() : report));
            if (!files.update(view.site(), SiteBook.state(view))) {
                return Optional.of(now.plusSeconds(1));
            }
            if (view.site().ended()) {
                return Optional.of(now);
            }
            judge(view.site(), seen, now);
            if (report != null) {
                judge(view.site(), kept.footer(), report);
            }
            settleContent(view.site());
            if (report != null && report.state() == FooterReport.State.WRONG) {
                tellFaults(view.site(), report, now);
            }
            view.duties().stream().filter(SiteWatch::isTold).forEach(duty -> Duties.lastMoment(duty, settings.get(), now)
                .ifPresent(at -> remind(view.site(), duty, at, !now.isBefore(duty.due()))));
            return next(view, now, pause);
        });
    }

    /**
     * A site is dead that did not answer at two inspections, of which at least one day lies between; what shows the number of somebody
     * else at both is a case for a person to judge, too.
     */
    private void judge(FiledSite site, FooterReport before, FooterReport report) {
        String domain = site.domains().get(0);
        if (report.state() != FooterReport.State.UNKNOWN) {
            inspections.settled(CorrectionKind.SITE_DEAD, domain, "answers");
        } else if (isUnreachable(report) && before != null && isUnreachable(before)) {
            inspections.found(CorrectionKind.SITE_DEAD, site.orderId(), domain, report.address());
        }
        if (ContentCheck.showsOther(report) && ContentCheck.showsOther(before)) {
            inspections.found(CorrectionKind.CONTENT_MISMATCH, site.orderId(), domain, report.findings().stream()
                .filter(finding -> finding.ruleId().equals(ContentCheck.OTHER_NUMBER)).map(finding -> finding.text().zh()).findFirst()
                .orElseThrow());
        }
    }

    /** By the last report, whoever asked for it. */
    private void settleContent(FiledSite site) {
        FooterReport last = site.footer();
        if (last != null && last.state() != FooterReport.State.UNKNOWN && !ContentCheck.showsOther(last)) {
            inspections.settled(CorrectionKind.CONTENT_MISMATCH, site.domains().get(0), "no number of another organizer");
        }
    }

    /**
     * What no inventory knew at two looks, of which at least one day lies between, is a case; it is settled once all is there again.
     * The first look is kept in memory alone: after a restart it counts anew.
     */
    private void judge(FiledSite site, FiledResources.Seen seen, Instant now) {
        String domain = site.domains().get(0);
        if (seen != null && seen.gone().isEmpty() && seen.known()) {
            missed.remove(site.id());
        } else if (seen != null && !seen.gone().isEmpty() && !now.isBefore(missed.computeIfAbsent(site.id(), id -> now).plus(DAY))) {
            inspections.found(CorrectionKind.RESOURCE_GONE, site.orderId(), domain, String.join("; ", seen.gone()));
        }
    }

    private static boolean isUnreachable(FooterReport report) {
        return report.findings().stream().anyMatch(finding -> finding.ruleId().equals("page-unreachable")
            || finding.ruleId().equals("page-no-answer"));
    }

    private Optional<Instant> next(SiteView view, Instant now, Duration pause) {
        Stream<Instant> reminders = view.duties().stream().filter(SiteWatch::isTold)
            .flatMap(duty -> Duties.nextMoment(duty, settings.get(), now).stream());
        Stream<Instant> inspection = view.site().openedOn() == null ? Stream.empty() : Stream.of(inspectionDue(view.site()));
        Stream<Instant> secondLook = Stream.ofNullable(missed.get(view.site().id())).map(first -> first.plus(DAY))
            .filter(now::isBefore);
        return Stream.of(reminders, inspection, secondLook).flatMap(times -> times).map(at -> at.isAfter(now) ? at : now.plus(pause))
            .min(Instant::compareTo)
            .or(() -> Optional.of(now.plus(Duration.ofDays(settings.get().inspect_right_days()))));
    }

    private void tellFaults(FiledSite site, FooterReport report, Instant now) {
        LocalizedText faults = new LocalizedText(faults(report, LocalizedText::zh), faults(report, LocalizedText::en));
        long period = now.getEpochSecond() / Duration.ofDays(settings.get().wrong_told_days()).toSeconds();
        notices.tell(new Notice("footer-wrong", site.account(), site.orderId(), "footer-" + site.id() + "-" + period + "-"
            + Integer.toHexString(faults.hashCode()), Map.of("page", report.address())).with("faults", faults));
    }

    private static String faults(FooterReport report, Function<LocalizedText, String> language) {
        return report.findings().stream().filter(finding -> finding.isBlocking())
            .map(finding -> "- " + language.apply(finding.text())).collect(Collectors.joining("\n"));
    }

    /** The footer is told by what an inspection finds, the opening by the message of the grant. */
    private static boolean isTold(SiteDuty duty) {
        return duty.kind() == SiteDuty.Kind.PUBLIC_SECURITY_FILING || duty.kind() == SiteDuty.Kind.PUBLIC_SECURITY_FOOTER;
    }

    private void remind(FiledSite site, SiteDuty duty, Instant at, boolean overdue) {
        String last = LocalDate.ofInstant(duty.due().minusMillis(1), Duties.CHINA).toString();
        String occasion = duty.kind() + "-" + site.id() + "-" + LocalDate.ofInstant(at, Duties.CHINA);
        boolean filing = duty.kind() == SiteDuty.Kind.PUBLIC_SECURITY_FILING;
        notices.tell(new Notice(filing ? overdue ? "psb-overdue" : "psb-due" : overdue ? "psb-footer-overdue" : "psb-footer-due",
            site.account(), site.orderId(), occasion, Map.of(filing ? "publicSecurityDue" : "footerDue", last)));
    }
}
