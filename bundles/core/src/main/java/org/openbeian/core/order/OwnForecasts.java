package org.openbeian.core.order;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.Forecasts;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.StageStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Expects from the filings of the last year, read once an hour and kept as counts by day. Thread-safe. */
@Component(service = Forecasts.class)
public final class OwnForecasts implements Forecasts {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int FEWEST = 10;
    private static final int DAY = 86_400;
    private static final Figures NONE = new Figures(0, 0, 0);

    private final StageStore stays;
    private final Transactions transactions;
    private final OrderEngine engine;
    private Known known = new Known(Instant.MIN, Map.of());

    /** Created by Declarative Services. */
    @Activate
    public OwnForecasts(@Reference StageStore stays, @Reference Transactions transactions, @Reference OrderEngine engine) {
        this.stays = stays;
        this.transactions = transactions;
        this.engine = engine;
    }

    /** How many took how many days, for one type and province; null stands for all of them. */
    private record Group(FilingType type, String provinceId) {
    }

    private record Figures(int count, Integer halfDays, Integer ninthDays) {
    }

    private record Known(Instant at, Map<Group, Figures> figures) {
    }

    @Override
    public Forecast of(FilingType type, String provinceId) {
        Map<Group, Figures> figures = known(engine.now());
        Figures here = provinceId == null ? NONE : figures.getOrDefault(new Group(type, provinceId), NONE);
        Figures ofType = figures.getOrDefault(new Group(type, null), NONE);
        Figures all = figures.getOrDefault(new Group(null, null), NONE);
        if (here.count() >= FEWEST) {
            return forecast(type, provinceId, "type-and-province", here);
        }
        if (ofType.count() >= FEWEST) {
            return forecast(type, provinceId, "type", ofType);
        }
        return all.count() >= FEWEST ? forecast(type, provinceId, "all", all)
            : forecast(type, provinceId, "none", new Figures(all.count(), null, null));
    }

    private Forecast forecast(FilingType type, String provinceId, String basis, Figures from) {
        Instant now = engine.now();
        Instant latest = engine.deadlines().latestDecision(provinceId, now);
        return new Forecast(type, provinceId, basis, from.count(), from.halfDays(), from.ninthDays(), latest,
            engine.deadlines().reservation(now, latest));
    }

    /** One reads at a time; the others wait for what it finds. */
    private synchronized Map<Group, Figures> known(Instant now) {
        if (known.at().isAfter(now) || known.at().isBefore(now.minus(FRESH))) {
            Map<Group, SortedMap<Integer, Integer>> days = new HashMap<>();
            transactions.run(() -> stays.visit(now.minus(YEAR), now, Set.of(Stage.WHOLE), stay -> {
                int day = day(Duration.between(stay.entered(), stay.left()).toSeconds());
                for (Group group : Set.of(new Group(stay.type(), stay.provinceId()), new Group(stay.type(), null),
                        new Group(null, null))) {
                    days.computeIfAbsent(group, any -> new TreeMap<>()).merge(day, 1, Integer::sum);
                }
            }));
            Map<Group, Figures> figures = new HashMap<>();
            days.forEach((group, counts) -> figures.put(group, figures(counts)));
            known = new Known(now, Map.copyOf(figures));
        }
        return known.figures();
    }

    private static Figures figures(SortedMap<Integer, Integer> counts) {
        int count = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Figures(count, dayOf(counts, (int) Math.ceil(0.5 * count)), dayOf(counts, (int) Math.ceil(0.9 * count)));
    }

    /** The day by whose end so many were done. */
    private static int dayOf(SortedMap<Integer, Integer> counts, int wanted) {
        int done = 0;
        for (Map.Entry<Integer, Integer> day : counts.entrySet()) {
            done += day.getValue();
            if (done >= wanted) {
                return day.getKey();
            }
        }
        throw new IllegalArgumentException("fewer than " + wanted);
    }

    /** The day, the first being 1, within which so many seconds end. */
    private static int day(long seconds) {
        return (int) Math.max(1, (seconds + DAY - 1) / DAY);
    }
}
