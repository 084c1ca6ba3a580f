package org.openbeian.core.order;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.core.rules.RuleTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tries rule files. What a replay found is kept in memory until the server stops. Thread-safe. */
@Component
public final class RuleTrialsComponent implements RuleTrials {

    private static final int WAITING = 8;
    private static final int REMEMBERED = 20;
    private static final long IDLE_SECONDS = 10;

    private final RuleTexts texts;
    private final RuleReplay.Cases cases;
    private final Clock clock;
    private final Ids ids = new Ids();
    private final ConcurrentLinkedDeque<RuleReplay> replays = new ConcurrentLinkedDeque<>();
    private final ThreadPoolExecutor worker;

    /** Created by Declarative Services. */
    @Activate
    public RuleTrialsComponent(@Reference RuleTexts texts, @Reference Transactions transactions,
            @Reference OrderStore orders, @Reference Resources resources,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.texts = texts;
        this.clock = clock;
        this.cases = new RuleReplay.Cases(transactions, orders, resources, clock);
        this.worker = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING),
            task -> {
                Thread thread = new Thread(task, "openbeian-rules-replay");
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            });
        worker.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    void stop() {
        replays.forEach(RuleReplay::cancel);
        worker.shutdownNow();
    }

    @Override
    public Report check(String text) {
        return RuleFiles.check(text);
    }

    @Override
    public Optional<String> installed(String bundle, String bundleVersion) {
        return texts.installed(bundle, bundleVersion);
    }

    @Override
    public Diff diff(String candidate) {
        RuleFile file = read(candidate);
        return new Diff(file.provinceId(), texts.versionInForce(file.provinceId()).orElse(null), file.version(),
            texts.changes(file, candidate));
    }

    @Override
    public Replay replay(String candidate) {
        RuleFile file = read(candidate);
        RuleReplay replay = new RuleReplay(ids.next(clock.instant()), file,
            texts.versionInForce(file.provinceId()).orElse(null), trial(file), cases);
        try {
            worker.execute(replay);
        } catch (RejectedExecutionException e) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "too-many-replays",
                WAITING + " replays wait already; cancel one or try again when one is over");
        }
        replays.addFirst(replay);
        while (replays.size() > REMEMBERED) {
            replays.removeLast().cancel();
        }
        return replay.status();
    }

    @Override
    public Optional<Replay> find(String id) {
        return replays.stream().filter(replay -> replay.id().equals(id)).findFirst().map(RuleReplay::status);
    }

    @Override
    public List<Replay> replays() {
        return replays.stream().map(RuleReplay::status).toList();
    }

    @Override
    public void cancel(String id) {
        replays.stream().filter(replay -> replay.id().equals(id)).forEach(RuleReplay::cancel);
    }

    private static RuleFile read(String text) {
        try {
            return RuleFiles.read(text, "candidate", "0.0.0");
        } catch (RuleFileException e) {
            throw refusal(e);
        }
    }

    private RuleTexts.Trial trial(RuleFile file) {
        try {
            return texts.trial(file);
        } catch (RuleFileException e) {
            throw refusal(e);
        }
    }

    private static Refusal refusal(RuleFileException e) {
        List<Finding> findings = e.problems().stream().map(problem -> ServerFindings.block("rule-file", "",
            new LocalizedText("规则文件第 " + problem.line() + " 行第 " + problem.column() + " 列：" + problem.message(),
                problem.toString()),
            new LocalizedText("请修改规则文件", "Mend the rule file"))).toList();
        return new Refusal(Refusal.Kind.INVALID, "rule-file-refused", "the rule file has mistakes: " + e.getMessage(), findings);
    }
}
