package org.openbeian.core.time;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.time.WorkingCalendar;
import org.openbeian.core.fake.KnownDays;
import org.openbeian.testkit.Requirement;

/** Working days of mainland China, by whatever calendar serves. */
@Requirement({"W-06", "W-30"})
public class ChinaWorkingDaysTest {

    /** The end of September and the golden week of 2026. */
    private static final WorkingCalendar SOME = new KnownDays(Set.of(2026), Map.of(day("2026-10-01"), false, day("2026-10-02"), false,
        day("2026-10-05"), false, day("2026-10-06"), false, day("2026-10-07"), false, day("2026-10-10"), true));

    private final ChinaWorkingDays days = new ChinaWorkingDays(SOME);

    @Test
    public void workingDaysAreCountedInShanghaiWhateverTheMachineThinks() {
        assertEquals(at("2026-11-03T10:00"), days.plus(at("2026-11-02T10:00"), 1));
        assertEquals("Friday to Monday", at("2026-11-09T17:00"), days.plus(at("2026-11-06T17:00"), 1));
        assertEquals("Saturday counts from Monday's beginning", at("2026-11-10T00:00"), days.plus(at("2026-11-07T15:00"), 1));
        assertEquals(at("2026-11-09T00:00"), days.plus(at("2026-11-07T15:00"), 0));
        assertEquals(at("2026-11-06T17:00"), days.plus(at("2026-11-06T17:00"), 0));
        assertEquals("over the golden week", at("2026-10-08T09:00"), days.plus(at("2026-09-30T09:00"), 1));
        assertEquals("a Saturday that makes up for it", at("2026-10-10T09:00"), days.plus(at("2026-10-09T09:00"), 1));
        Instant lateOnFridayInUtc = Instant.parse("2026-11-06T18:00:00Z");
        assertEquals("Saturday already in Shanghai", at("2026-11-10T00:00"), days.plus(lateOnFridayInUtc, 1));
    }

    @Test
    @Requirement("T-108")
    public void anUnknownYearCountsMondayToFridayAndSaysSo() {
        assertEquals(at("2027-01-01T09:00"), days.plus(at("2026-12-31T09:00"), 1));
        assertEquals(Optional.empty(), days.reservation(at("2026-12-30T09:00"), at("2026-12-31T23:59")));
        LocalizedText why = days.reservation(at("2026-12-31T09:00"), at("2027-01-01T00:00")).orElseThrow();
        assertEquals("本系统尚无2027年的放假安排，按周一至周五推算，日期可能变动", why.zh());
        assertEquals("The public holidays of 2027 are not known here: counted Monday to Friday, the date may change", why.en());
        assertEquals("looked at when it is over", Optional.empty(), days.reservation(at("2027-03-01T00:00"), at("2026-12-31T00:00")));
        assertEquals("counted through a year that is not known", why, new ChinaWorkingDays(new KnownDays(Set.of(2026, 2028), Map.of()))
            .reservation(at("2026-12-01T00:00"), at("2028-01-10T00:00")).orElseThrow());
    }

    /** The festivals stand in the law; what is worked for longer holidays is known from the year's notice only. */
    @Test
    public void aFestivalThatIsCertainCountsBeforeTheYearIsKnown() {
        days.calendar = new KnownDays(Set.of(2026), Map.of(day("2027-01-01"), false));
        assertEquals(at("2027-01-04T09:00"), days.plus(at("2026-12-31T09:00"), 1));
        LocalizedText why = days.reservation(at("2026-12-31T09:00"), at("2027-01-04T09:00")).orElseThrow();
        assertEquals("本系统尚无2027年的放假安排，按周一至周五并扣除2027年已确定的法定节日推算，日期可能变动", why.zh());
        assertEquals("The public holidays of 2027 are not known here: counted Monday to Friday less the festivals of 2027 that are"
            + " certain, the date may change", why.en());
    }

    @Test
    public void anotherCalendarCountsFromTheNextReckoningOn() {
        Instant eve = at("2026-09-30T09:00");
        assertEquals(at("2026-10-08T09:00"), days.plus(eve, 1));
        days.calendar = new KnownDays(Set.of(2026, 2027), Map.of(day("2026-10-01"), false));
        assertEquals(at("2026-10-02T09:00"), days.plus(eve, 1));
        assertEquals(Optional.empty(), days.reservation(eve, at("2027-01-01T00:00")));
        days.calendar = null;
        assertEquals("nothing waits for a calendar", at("2026-10-01T09:00"), days.plus(eve, 1));
        assertEquals(true, days.reservation(eve, eve).orElseThrow().en().contains("2026"));
    }

    @Test
    public void aFaultyCalendarCountsAsNone() {
        days.calendar = new KnownDays(null, null);
        assertEquals(at("2026-10-01T09:00"), days.plus(at("2026-09-30T09:00"), 1));
        assertEquals(true, days.reservation(at("2026-09-30T09:00"), at("2026-10-01T09:00")).isPresent());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String time) {
        return ZonedDateTime.of(LocalDateTime.parse(time), ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
