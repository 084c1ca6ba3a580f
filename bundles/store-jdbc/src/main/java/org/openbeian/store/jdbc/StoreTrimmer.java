package org.openbeian.store.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.IdempotencyStore;
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
public final class StoreTrimmer implements DurableTask {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTrimmer.class);
    private static final String NAME = "store-trim";
    private static final int PORTION = 500;
    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;
    private final Contents contents;
    private final EffectStore effects;
    private final ExchangeStore exchange;
    private final IdempotencyStore answers;
    private final StoreSettings settings;
    private final Clock clock;

    @Activate
    public StoreTrimmer(@Reference Database database, @Reference EffectStore effects, @Reference ExchangeStore exchange,
            @Reference IdempotencyStore answers, @Reference DurableTasks tasks, @Reference StoreSettings settings,
            @Reference Clock clock) {
        this.database = database;
        this.contents = new Contents(database);
        this.effects = effects;
        this.exchange = exchange;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
        tasks.ensure(NAME, "all", clock.instant().plus(EVERY));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Nobody waits for it, so a virtual clock does not jump to it. */
    @Override
    public boolean machine() {
        return false;
    }

    @Override
    public Optional<Instant> run(String key) {
        Instant now = clock.instant();
        StoreSettings.Values keep = settings.values();
        int removed = all(() -> effects.trim(before(now, keep.keepEffectsDays()), PORTION))
            + all(() -> exchange.trim(before(now, keep.keepFilesDays()), PORTION))
            + all(() -> answers.trim(before(Instant.now(), 1), PORTION))
            + contents.trim(Instant.now().minus(EVERY), PORTION)
            + all(() -> trim("delivery", "happened_at", before(now, keep.keepDeliveriesDays())))
            + all(() -> trim("inbox_message", "created_at", before(now, keep.keepMessagesDays())));
        if (removed > 0) {
            LOG.info("Removed {} rows that were kept long enough", removed);
        }
        return Optional.of(now.plus(EVERY));
    }

    private int trim(String table, String column, Instant before) {
        return database.update("delete from " + table + " where id in (select id from " + table + " where " + column
            + " < ? order by id limit ?)", before, PORTION);
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
