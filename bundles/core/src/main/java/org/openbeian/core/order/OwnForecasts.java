package org.openbeian.core.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.Forecasts;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.StageStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Expects from the filings of the last year, read once an hour. Thread-safe. */
@Component(service = Forecasts.class)
public final class OwnForecasts implements Forecasts {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int FEWEST = 10;
    private static final int DAY = 86_400;

    private final StageStore stays;
    private final Transactions transactions;
    private final OrderEngine engine;
    private Known known = new Known(Instant.MIN, List.of());

    /** Created by Declarative Services. */
    @Activate
    public OwnForecasts(@Reference StageStore stays, @Reference Transactions transactions, @Reference OrderEngine engine) {
        this.stays = stays;
        this.transactions = transactions;
        this.engine = engine;
    }

    private record Stay(FilingType type, String provinceId, long seconds) {
    }

    private record Known(Instant at, List<Stay> stays) {
    }

    @Override
    public Forecast of(FilingType type, String provinceId) {
        List<Stay> all = known(engine.now());
        List<Stay> ofType = all.stream().filter(stay -> stay.type() == type).toList();
        List<Stay> here = ofType.stream().filter(stay -> stay.provinceId() != null && stay.provinceId().equals(provinceId)).toList();
        if (here.size() >= FEWEST) {
            return forecast(type, provinceId, "type-and-province", here);
        }
        if (ofType.size() >= FEWEST) {
            return forecast(type, provinceId, "type", ofType);
        }
        return all.size() >= FEWEST ? forecast(type, provinceId, "all", all)
            : new Forecast(type, provinceId, "none", all.size(), null, null);
    }

    /** One reads at a time; the others wait for what it finds. */
    private synchronized List<Stay> known(Instant now) {
        Known last = known;
        if (last.at().isAfter(now) || last.at().isBefore(now.minus(FRESH))) {
            List<Stay> found = new ArrayList<>();
            transactions.run(() -> stays.visit(now.minus(YEAR), now, (stage, province, type, entered, left) -> {
                if (stage == Stage.WHOLE) {
                    found.add(new Stay(type, province, Duration.between(entered, left).toSeconds()));
                }
            }));
            last = new Known(now, Collections.unmodifiableList(found));
            known = last;
        }
        return last.stays();
    }

    private static Forecast forecast(FilingType type, String provinceId, String basis, List<Stay> stays) {
        long[] seconds = stays.stream().mapToLong(Stay::seconds).sorted().toArray();
        return new Forecast(type, provinceId, basis, seconds.length, day(seconds, 0.5), day(seconds, 0.9));
    }

    /** The day, the first being 1, by whose end at least this share was done. */
    private static int day(long[] seconds, double share) {
        long time = seconds[Math.max(0, (int) Math.ceil(share * seconds.length) - 1)];
        return (int) Math.max(1, (time + DAY - 1) / DAY);
    }
}
