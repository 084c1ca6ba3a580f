package org.openbeian.core.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityResult.ReportAnswered;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.Answer;
import org.openbeian.api.report.Report.State;
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
    private static final int MOST = 1000;
    private static final int WAITING = 1000;
    private static final int MOST_ANSWERS = 200;

    private final ReportStore store;
    private final EffectStore effects;
    private final CodeBook codes;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ReportCargo(@Reference ReportStore store, @Reference EffectStore effects, @Reference CodeBook codes, @Reference Clock clock) {
        this.store = store;
        this.effects = effects;
        this.codes = codes;
        this.clock = clock;
    }

    /** Whether an effect sends a report. */
    public static boolean isReport(Effect effect) {
        return KIND.equals(effect.kind());
    }

    /** Puts a report into its lane. */
    void queue(Report report) {
        Instant now = clock.instant();
        effects.add(List.of(new Effect(0, Lane.AUTHORITY + report.authorityId(), KIND, null, key(report),
            Map.of(NUMBER, Long.toString(report.number())), 0, now, now)));
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

    /** Builds a file from the reports at the head of a lane; one about addresses goes alone, for the schema has one of each part. */
    public Load build(AuthorityGateway gateway, String authorityId, List<Effect> head, long sequence, Instant now) {
        Map<Report, Effect> waiting = new LinkedHashMap<>();
        List<Effect> finished = new ArrayList<>();
        int looked = 0;
        for (Effect effect : head) {
            Optional<Report> report = isReport(effect) ? report(effect).filter(one -> one.state() == State.QUEUED) : Optional.empty();
            boolean alone = report.filter(one -> one.kind().isAboutAddresses()).isPresent();
            if (!isReport(effect) || waiting.size() == MOST || alone && !waiting.isEmpty()) {
                break;
            }
            looked++;
            report.ifPresentOrElse(one -> waiting.put(one, effect), () -> finished.add(effect));
            if (alone) {
                break;
            }
        }
        if (waiting.isEmpty()) {
            return new Load(null, finished, Map.of(), looked);
        }
        return load(gateway, authorityId, waiting, finished, sequence, now, looked);
    }

    private Load load(AuthorityGateway gateway, String authorityId, Map<Report, Effect> waiting, List<Effect> finished, long sequence,
            Instant now, int looked) {
        Map<Effect, String> failed = new LinkedHashMap<>();
        PreparedUpload prepared;
        try {
            prepared = gateway.prepareReports(authorityId, uploads(waiting), codes.valid(authorityId));
            while (!prepared.problems().isEmpty()) {
                prepared.problems().forEach((number, problems) -> refuse(waiting, finished, number, problems));
                if (waiting.isEmpty()) {
                    return new Load(null, finished, failed, looked);
                }
                prepared = gateway.prepareReports(authorityId, uploads(waiting), codes.valid(authorityId));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            waiting.values().forEach(effect -> failed.put(effect, "the file cannot be built: " + e));
            return new Load(null, finished, failed, looked);
        }
        waiting.keySet().forEach(report -> store.update(report.in(sequence)));
        return new Load(new UploadFile(authorityId, sequence, prepared.file(), prepared.digest(), List.of(), now), finished, failed,
            looked);
    }

    private static List<ReportUpload> uploads(Map<Report, Effect> waiting) {
        return waiting.keySet().stream().map(one -> new ReportUpload(one.number(), one.kind(), one.content())).toList();
    }

    private void refuse(Map<Report, Effect> waiting, List<Effect> finished, long number, List<String> problems) {
        Report report = waiting.keySet().stream().filter(one -> one.number() == number).findFirst()
            .orElseThrow(() -> new IllegalStateException("the gateway complains about report " + number + ", which was not asked"));
        finished.add(waiting.remove(report));
        store.update(report.with(State.FAILED, List.of(AuthorityCodes.refused("0", String.join("; ", problems))), clock.instant()));
    }

    private Optional<Report> report(Effect effect) {
        return store.find(Long.parseLong(effect.data().getOrDefault(NUMBER, "0")));
    }

    /** How many filings and reports are in a file. */
    public int size(UploadFile file) {
        return file.submissions().isEmpty() ? store.inFile(file.authorityId(), file.sequence()).size() : file.submissions().size();
    }

    /** The authority took the file; gives the effects that are done by it. */
    public List<Effect> accepted(UploadFile file) {
        return end(file, report -> report.with(State.SENT, List.of(), clock.instant()));
    }

    /** The authority will never take this file; gives the effects that are done by it. */
    public List<Effect> refused(UploadFile file, int code, String message) {
        return end(file, report -> report.with(State.FAILED, List.of(AuthorityCodes.refused(Integer.toString(code), message)),
            clock.instant()).in(0));
    }

    private List<Effect> end(UploadFile file, java.util.function.UnaryOperator<Report> next) {
        List<Effect> ended = new ArrayList<>();
        for (Report report : store.inFile(file.authorityId(), file.sequence())) {
            store.update(next.apply(report));
            effects.withKey(key(report)).ifPresent(ended::add);
        }
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
        Optional<Report> waiting = report(effect).filter(one -> one.state() == State.QUEUED && one.file() == 0);
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
     * The authority said something of a report.
     *
     * @return false when it cannot be told of which
     */
    public boolean answered(String authorityId, ReportAnswered said) {
        Optional<Report> meant = meant(authorityId, said);
        meant.ifPresent(report -> {
            List<Answer> answers = new ArrayList<>(report.answers());
            said.codes().stream().map(AuthorityCodes::answer).filter(one -> !answers.contains(one)).forEach(answers::add);
            State state = said.done() && report.state() != State.FAILED ? State.DONE : State.FAILED;
            store.update(report.with(state, answers.subList(0, Math.min(MOST_ANSWERS, answers.size())), clock.instant()));
        });
        return meant.isPresent();
    }

    private Optional<Report> meant(String authorityId, ReportAnswered said) {
        if (said.number() > 0) {
            return store.find(said.number()).filter(one -> one.authorityId().equals(authorityId) && said.kinds().contains(one.kind())
                && one.state() != State.QUEUED && one.state() != State.SKIPPED);
        }
        Predicate<Report> named = report -> said.named() == null || holds(report.content(), said.named());
        List<Report> fitting = said.kinds().stream().sorted().flatMap(kind -> store.sent(authorityId, kind, WAITING).stream())
            .filter(named).toList();
        return fitting.size() == 1 || said.named() != null && !fitting.isEmpty() ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static boolean holds(Object content, String value) {
        if (content instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(one -> holds(one, value));
        }
        return content instanceof List<?> list ? list.stream().anyMatch(one -> holds(one, value)) : value.equals(String.valueOf(content));
    }
}
