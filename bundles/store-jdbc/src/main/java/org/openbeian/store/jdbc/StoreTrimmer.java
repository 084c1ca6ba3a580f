package org.openbeian.store.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AuditStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.IdempotencyStore;
import org.openbeian.api.store.ReportStore;
import org.openbeian.api.store.Retention;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes every hour what was kept long enough, in small portions, so that tables stay bounded and nobody waits. Answers to
 * requests are kept by real time: who repeats a request does not live by a virtual clock.
 */
@Component
public final class StoreTrimmer implements DurableTask, Retention {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTrimmer.class);
    private static final String NAME = "store-trim";
    private static final int PORTION = 500;
    private static final String REASON = "retention: ended without a filing number";
    /** Orders that ended without a number and still have a key, which is destroyed with their personal data. */
    private static final String ENDED = "filing_order where state in (" + OrderColumns.quoted(OrderState::isFinal) + ") and number is"
        + " null and id in (select scope from data_key) and updated_at < ?";
    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;
    private final Contents contents;
    private final EffectStore effects;
    private final ExchangeStore exchange;
    private final IdempotencyStore answers;
    private final AuditStore audit;
    private final ReportStore reports;
    private final StoreSettings settings;
    private final Erasures erasures;
    private final Clock clock;

    @Activate
    public StoreTrimmer(@Reference Database database, @Reference EffectStore effects, @Reference ExchangeStore exchange,
            @Reference IdempotencyStore answers, @Reference AuditStore audit,
            @Reference ReportStore reports, @Reference StoreSettings settings, @Reference Erasures erasures, @Reference Clock clock) {
        this.database = database;
        this.contents = new Contents(database);
        this.effects = effects;
        this.exchange = exchange;
        this.answers = answers;
        this.audit = audit;
        this.reports = reports;
        this.settings = settings;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** A kind of data: its rows as the end of a statement with one parameter, and how a portion of them is removed. */
    private record Kind(String name, int days, String due, Instant end, IntSupplier portion) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return Map.of("all", clock.instant().plus(EVERY));
    }

    @Override
    public Optional<Instant> run(String key) {
        long removed = run().stream().mapToLong(Rule::rows).sum()
            + contents.trim(Instant.now().minus(EVERY), PORTION);
        if (removed > 0) {
            LOG.info("Removed {} rows that were kept long enough", removed);
        }
        return Optional.of(clock.instant().plus(EVERY));
    }

    @Override
    public List<Rule> plan() {
        return kinds().stream().map(kind -> new Rule(kind.name(), kind.days(), count(kind))).toList();
    }

    @Override
    public List<Rule> run() {
        return kinds().stream().map(kind -> new Rule(kind.name(), kind.days(), all(kind.portion()))).toList();
    }

    /** Audit and answers are told by real time, everything else by the server's clock. */
    private List<Kind> kinds() {
        StoreSettings.Values keep = settings.values();
        Instant now = clock.instant();
        Instant effectsEnd = before(now, keep.keepEffectsDays());
        Instant filesEnd = before(now, keep.keepFilesDays());
        Instant deliveriesEnd = before(now, keep.keepDeliveriesDays());
        Instant messagesEnd = before(now, keep.keepMessagesDays());
        Instant ordersEnd = keep.keepEndedOrdersDays() == 0 ? Instant.EPOCH : before(now, keep.keepEndedOrdersDays());
        Instant registryEnd = before(now, keep.keepRegistryDays());
        Instant answersEnd = before(Instant.now(), 1);
        Instant auditEnd = before(Instant.now(), keep.keepAuditDays());
        return List.of(
            new Kind("effects", keep.keepEffectsDays(), "effect where state = " + JdbcEffectStore.DONE + " and changed_at < ?",
                effectsEnd, () -> effects.trim(effectsEnd, PORTION)),
            new Kind("authority files", keep.keepFilesDays(), "(select accepted_at as ended_at from upload_file union all"
                + " select coalesce(applied_at, dismissed_at) from result_file) files where ended_at < ?", filesEnd,
                () -> exchange.trim(filesEnd, PORTION)),
            new Kind("reports", keep.keepFilesDays(), "(select changed_at from authority_report where state <> 'QUEUED' union all"
                + " select kept_at from report_draft) reports where changed_at < ?", filesEnd, () -> reports.trim(filesEnd, PORTION)),
            new Kind("imports", keep.keepFilesDays(), "inventory_import where started_at < ?", filesEnd, () -> imports(filesEnd)),
            new Kind("kept answers", 1, "kept_answer where reserved_at < ?", answersEnd,
                () -> answers.trim(answersEnd, PORTION)),
            new Kind("deliveries", keep.keepDeliveriesDays(), "delivery where happened_at < ?", deliveriesEnd,
                () -> trim("delivery", "happened_at", deliveriesEnd)
                    + database.update("delete from awaited_receipt where sent_at < ?", deliveriesEnd)
                    + database.update("delete from early_receipt where received_at < ?", before(now, 1))),
            new Kind("messages", keep.keepMessagesDays(), "inbox_message where created_at < ?", messagesEnd,
                () -> trim("inbox_message", "created_at", messagesEnd)),
            new Kind("registry answers", keep.keepRegistryDays(), "registry_answer where as_of < ?", registryEnd,
                () -> registryAnswers(registryEnd)),
            new Kind("ended orders", keep.keepEndedOrdersDays(), ENDED, ordersEnd, () -> erase(ordersEnd)),
            new Kind("audit", keep.keepAuditDays(), "audit_entry where entry_no is not null and happened_at < ?", auditEnd,
                () -> audit.trim(auditEnd, PORTION)));
    }

    private long count(Kind kind) {
        return database.first("select count(*) from " + kind.due(), row -> row.getLong(1), kind.end()).orElseThrow();
    }

    private int trim(String table, String column, Instant before) {
        return database.update("delete from " + table + " where id in (select id from " + table + " where " + column
            + " < ? order by id limit ?)", before, PORTION);
    }

    /** Imports go with their bad lines; one that is asked for again afterwards begins anew. */
    private int imports(Instant before) {
        return database.call(() -> {
            List<String> old = database.query("select id from inventory_import where started_at < ? order by id limit ? for update",
                row -> row.getString(1), before, PORTION);
            old.forEach(id -> List.of("inventory_import_bad where import_id = ?", "inventory_import_mark where import_id = ?",
                "inventory_import where id = ?").forEach(rows -> database.update("delete from " + rows, id)));
            return old.size();
        });
    }

    private int registryAnswers(Instant before) {
        return database.call(() -> {
            List<String> old = database.query("select id from registry_answer where as_of < ? order by id limit ? for update",
                row -> row.getString(1), before, PORTION);
            JdbcRegistryStore.remove(database, contents, old);
            return old.size();
        });
    }

    /** Erases as an operator would, so that each has its certificate and its entry in the audit. */
    private int erase(Instant before) {
        List<String> ended = database.query("select id from " + ENDED + " order by id limit ?", row -> row.getString(1), before,
            PORTION);
        ended.forEach(id -> erasures.erase(Actor.SYSTEM, ErasureKind.ORDER, id, REASON));
        return ended.size();
    }

    private static int all(IntSupplier portion) {
        int sum = 0;
        int removed;
        do {
            removed = portion.getAsInt();
            sum += removed;
        } while (removed > 0 && !Thread.currentThread().isInterrupted());
        return sum;
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
