package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.StageStore;
import org.openbeian.core.time.ChinaWorkingDays;
import org.openbeian.testkit.Requirement;

/** Forecasts from the server's own filings. */
public class OwnForecastsTest {

    private final Desk desk = new Desk();
    private final List<Integer> hours = new ArrayList<>();
    private final List<String> provinces = new ArrayList<>();
    private final List<FilingType> types = new ArrayList<>();
    private int reads;
    private final StageStore stays = (from, until, stages, each) -> {
        reads++;
        assertEquals(Duration.ofDays(365), Duration.between(from, until));
        assertEquals(Set.of(Stage.WHOLE), stages);
        for (int i = 0; i < hours.size(); i++) {
            Instant start = Instant.parse("2026-06-01T00:00:00Z");
            each.accept(new StageStore.Stay(Stage.WHOLE, provinces.get(i), null, types.get(i), start,
                start.plus(Duration.ofHours(hours.get(i)))));
        }
    };
    private final OwnForecasts forecasts = new OwnForecasts(stays, desk.transactions, desk.engine);

    private void granted(int count, FilingType type, String province, int firstHours, int step) {
        for (int i = 0; i < count; i++) {
            hours.add(firstHours + i * step);
            provinces.add(province);
            types.add(type);
        }
    }

    @Test
    @Requirement({"W-31", "T-43"})
    public void halfAndNineOfTenAreToldByDay() {
        granted(10, FilingType.FIRST, "440000", 24, 24);
        granted(10, FilingType.CANCEL_ACCESS, "440000", 1, 0);
        assertEquals(new Forecast(FilingType.FIRST, "440000", "type-and-province", 10, 5, 9, latest(10), null),
            forecasts.of(FilingType.FIRST, "440000"));
        assertEquals("an hour is a day", Integer.valueOf(1), forecasts.of(FilingType.CANCEL_ACCESS, "440000").ninthDays());
    }

    /** One working day, and those that the authority may take: ten in the province of the tests, twenty where nothing is known. */
    private Instant latest(int days) {
        return new ChinaWorkingDays().plus(new ChinaWorkingDays().plus(desk.clock.instant(), 1), days);
    }

    @Test
    @Requirement("Q-16")
    public void whenItOpensIsToldBeforeAnythingIsHandedIn() {
        assertEquals("without any filing yet", latest(10), forecasts.of(FilingType.FIRST, "440000").latest());
        desk.clock.pass(Duration.ofDays(1));
        assertEquals("from now on", latest(20), forecasts.of(FilingType.FIRST, "620000").latest());
        assertNull(forecasts.of(FilingType.FIRST, "620000").reservation());
        desk.clock.pass(Duration.ofDays(40));
        String why = forecasts.of(FilingType.FIRST, "620000").reservation().en();
        assertTrue(why, why.startsWith("The public holidays of 2027 are not known here"));
    }

    @Test
    public void tooFewOfAKindAreFilledUpAndTooFewOfAllSayNothing() {
        granted(9, FilingType.FIRST, "440000", 25, 0);
        assertEquals(new Forecast(FilingType.FIRST, "440000", "none", 9, null, null, latest(10), null),
            forecasts.of(FilingType.FIRST, "440000"));
        granted(1, FilingType.FIRST, "620000", 25, 0);
        granted(10, FilingType.ACCESS, "620000", 49, 0);
        desk.clock.pass(Duration.ofMinutes(59));
        assertEquals("an answer stays for an hour", "none", forecasts.of(FilingType.FIRST, "440000").basis());
        desk.clock.pass(Duration.ofMinutes(2));
        assertEquals(new Forecast(FilingType.FIRST, "440000", "type", 10, 2, 2, latest(10), null),
            forecasts.of(FilingType.FIRST, "440000"));
        assertEquals(new Forecast(FilingType.CANCEL_SERVICE, null, "all", 20, 2, 3, latest(20), null),
            forecasts.of(FilingType.CANCEL_SERVICE, null));
        assertEquals(2, reads);
    }
}
