package org.openbeian.core.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityResult.FileRefused;
import org.openbeian.api.authority.AuthorityResult.ReportAnswered;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.Answer;
import org.openbeian.api.report.Report.State;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.api.store.ReportStore;
import org.openbeian.core.effect.Lane;
import org.openbeian.core.order.AuthorityCodes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reports on their way: which of them go into one file, and what becomes of them. Every method joins the caller's transaction.
 * Thread-safe.
 */
@Component(service = ReportCargo.class)
public final class ReportCargo {

    private static final String KIND = "report";
    private static final String NUMBER = "report";
    /** Kinds of which authorities say also that they are done. */
    private static final Set<ReportKind> ANSWERED = EnumSet.of(ReportKind.MATERIAL, ReportKind.ADDRESSES_NEW, ReportKind.ADDRESSES_CHANGED,
        ReportKind.ADDRESSES_REMOVED);
    /** So long answers are looked for; later ones come with the idle poll. */
    private static final Duration PATIENCE = Duration.ofDays(10);
    private static final int MOST_ANSWERS = 200;

    private final ReportStore store;
    private final EffectStore effects;
    private final CodeBook codes;
    private final FailedReports failures;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ReportCargo(@Reference ReportStore store, @Reference EffectStore effects, @Reference CodeBook codes,
            @Reference FailedReports failures, @Reference Clock clock) {
        this.store = store;
        this.effects = effects;
        this.codes = codes;
        this.failures = failures;
        this.clock = clock;
    }

    /** Whether an effect sends a report. */
    public static boolean isReport(Effect effect) {
        return KIND.equals(effect.kind());
    }

    /** Puts a report into its lane, of which the parts are answered one by one. */
    void queue(Report report, List<ReportPart> parts) {
        Instant now = clock.instant();
        effects.add(List.of(new Effect(0, Lane.AUTHORITY + report.authorityId(), KIND, null, key(report),
            Map.of(NUMBER, Long.toString(report.number())), 0, now, now)));
        store.name(report.number(), ReportNames.of(report.kind(), report.content()));
        if (!parts.isEmpty()) {
            store.divide(report.number(), parts);
        }
    }

    private static String key(Report report) {
        return "report:" + report.number();
    }

    /**
     * What the head of a lane gives.
     *
     * @param file the file, or null when no report is left
     * @param finished effects that need no upload any more
     * @param failed effects that failed on our side, with the cause
     * @param looked how many effects of the head were looked at
     */
    public record Load(UploadFile file, List<Effect> finished, Map<Effect, String> failed, int looked) {
    }

    /** Builds a file from the reports at the head of a lane, of so many bytes of pictures. */
    public Load build(AuthorityGateway gateway, String authorityId, List<Effect> head, long maximumBytes, long sequence) {
        ReportBatch batch = new ReportBatch(store, gateway, authorityId, codes.valid(authorityId), this::tell);
        batch.collect(head, maximumBytes);
        UploadFile file = batch.build(sequence, clock.instant());
        return new Load(file, batch.finished(), batch.failed(), batch.looked());
    }

    static long number(Effect effect) {
        return Long.parseLong(effect.data().getOrDefault(NUMBER, "0"));
    }

    /** How many filings and reports are in a file. */
    public int size(UploadFile file) {
        return file.submissions().isEmpty() ? store.count(file.authorityId(), file.sequence()) : file.submissions().size();
    }

    /** The authority took the file; gives the effects that are done by it. */
    public List<Effect> accepted(UploadFile file) {
        return end(file, report -> report.with(State.SENT, report.answers(), clock.instant()), UnaryOperator.identity());
    }

    /** The authority will never take this file; gives the effects that are done by it. */
    public List<Effect> refused(UploadFile file, int code, String message) {
        return end(file, report -> report.with(State.FAILED, List.of(AuthorityCodes.refused(Integer.toString(code), message)),
            clock.instant()).in(0), report -> report.in(0));
    }

    /** What was said of a report meanwhile stays. */
    private List<Effect> end(UploadFile file, UnaryOperator<Report> next, UnaryOperator<Report> over) {
        List<Effect> ended = new ArrayList<>();
        List<ReportChange> changes = new ArrayList<>();
        for (Report report : store.inFile(file.authorityId(), file.sequence())) {
            changes.add(stored(report, report.state() == State.QUEUED ? next.apply(report) : over.apply(report)));
            effects.withKey(key(report)).ifPresent(ended::add);
        }
        tell(changes);
        return ended;
    }

    /** The file was dropped before the authority took it; its reports wait for another. */
    public void dropped(UploadFile file) {
        store.inFile(file.authorityId(), file.sequence()).forEach(report -> store.update(report.in(0)));
    }

    /**
     * Takes a report back.
     *
     * @return false when it is in a file that the authority may have taken, or does not wait any more
     */
    public boolean skip(Effect effect, String account, String reason) {
        Optional<Report> waiting = store.lock(number(effect)).filter(ReportCargo::waits);
        waiting.ifPresent(one -> store.update(one.with(State.SKIPPED, List.of(AuthorityCodes.skipped(account + ": " + reason)),
            clock.instant())));
        return waiting.isPresent();
    }

    /** Takes a report back, with its place in the lane. */
    boolean skip(Report report, String account, String reason) {
        Optional<Effect> effect = effects.withKey(key(report));
        boolean taken = effect.filter(one -> skip(one, account, reason)).isPresent();
        if (taken) {
            effects.done(List.of(effect.get().id()), clock.instant());
        }
        return taken;
    }

    /**
     * The authority said something of a report. One of several parts is done when each was answered, and refused with the first part
     * that is.
     *
     * @param changes takes what changed by it, to be told with {@link #tell}
     * @return without the authority's words, what is to be noted: that it cannot be told of which report or part it was said
     */
    public Optional<String> answered(String authorityId, ReportAnswered said, List<ReportChange> changes) {
        String codes = " " + said.codes().stream().map(code -> code.replaceFirst("(?s)\\D.*", "")).toList();
        Optional<Report> meant = meant(authorityId, said);
        if (meant.isEmpty()) {
            return Optional.of("an answer to a report that is not known here: " + said.kinds() + codes);
        }
        return apply(meant.get(), said, changes) ? Optional.empty() : Optional.of("an answer to report " + meant.get().number()
            + " that names none of its ranges, of which some are open:" + codes);
    }

    /** Stores it; false when it is done while parts are open and it names none of them. */
    private boolean apply(Report report, ReportAnswered said, List<ReportChange> changes) {
        Optional<ReportStore.Settled> part = said.part() == null || report.parts() == 0 ? Optional.empty()
            : store.settle(report.number(), said.part());
        String place = said.done() ? null : part.map(ReportStore.Settled::place).orElse(null);
        boolean failed = !said.done() || report.state() == State.FAILED;
        boolean open = part.map(ReportStore.Settled::open).orElse(report.open()) > 0;
        changes.add(stored(report, report.with(failed ? State.FAILED : open ? report.state() : State.DONE,
            answers(report, said.codes(), place, said.done()), clock.instant())));
        return part.isPresent() || !said.done() || !open;
    }

    private static List<Answer> answers(Report report, List<String> codes, String place, boolean done) {
        Stream<Answer> said = codes.stream().map(code -> AuthorityCodes.answer(code).at(place));
        Stream<Answer> before = report.answers().stream();
        return (done ? Stream.concat(before, said) : Stream.concat(said, before)).distinct().limit(MOST_ANSWERS).toList();
    }

    /**
     * The authority refused a file that it had taken, so each report in it failed.
     *
     * @param changes takes what changed by it, to be told with {@link #tell}
     * @return false when it had taken no such file
     */
    public boolean refused(String authorityId, FileRefused said, List<ReportChange> changes) {
        Optional<Report> one = store.lock(said.report()).filter(report -> report.authorityId().equals(authorityId) && report.file() != 0);
        one.ifPresent(in -> store.inFile(authorityId, in.file()).forEach(report -> changes.add(stored(report, report.with(State.FAILED,
            answers(report, said.codes(), null, false), clock.instant())))));
        return one.isPresent();
    }

    private ReportChange stored(Report before, Report next) {
        store.update(next);
        return new ReportChange(before, next);
    }

    /** Tells which of the reports that changed in this transaction failed by it, once to each who is told. */
    public void tell(List<ReportChange> changes) {
        failures.tell(changes);
    }

    private Optional<Report> meant(String authorityId, ReportAnswered said) {
        if (said.number() > 0) {
            return store.lock(said.number()).filter(one -> one.authorityId().equals(authorityId) && said.kinds().contains(one.kind())
                && one.state() != State.SKIPPED && !waits(one));
        }
        String name = said.named() == null ? null : ReportNames.key(said.named());
        List<Long> fitting = store.underWay(authorityId, said.kinds(), name, said.part(), 2);
        return fitting.size() == 1 ? store.lock(fitting.get(0)).filter(one -> one.state() == State.SENT
            || one.state() == State.QUEUED && !waits(one) || one.state() == State.FAILED && one.open() > 0) : Optional.empty();
    }

    /** Whether a report was never sent: one in a file may have arrived, whatever the connection said. */
    private static boolean waits(Report report) {
        return report.state() == State.QUEUED && report.file() == 0;
    }

    /** The authorities that are to say something of reports. */
    public List<String> awaited() {
        return store.awaited(ANSWERED, clock.instant().minus(PATIENCE));
    }
}
