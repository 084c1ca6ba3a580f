package org.openbeian.core.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** Working days of mainland China. */
@Requirement({"W-06", "W-30"})
public class ChinaWorkingDaysTest {

    private final ChinaWorkingDays days = new ChinaWorkingDays();

    @Test
    public void weekendsAndHolidaysAreOffAndMakeUpDaysAreNot() {
        assertFalse(working("2026-10-01"));
        assertFalse("a Thursday in the spring festival", working("2026-02-19"));
        assertTrue("a Saturday worked for the spring festival", working("2026-02-28"));
        assertTrue(working("2025-09-28"));
        assertFalse(working("2025-10-08"));
        assertTrue(working("2024-02-18"));
        assertTrue("the eve was a working day in 2024", working("2024-02-09"));
        assertFalse(working("2026-11-07"));
        assertTrue(working("2026-11-06"));
    }

    @Test
    public void everyYearHasTheNumberOfDaysOfItsNotice() {
        assertEquals(days(2024, 28, 8), exceptions(2024));
        assertEquals(days(2025, 28, 5), exceptions(2025));
        assertEquals(days(2026, 33, 6), exceptions(2026));
    }

    @Test
    public void workingDaysAreCountedInShanghaiWhateverTheMachineThinks() {
        assertEquals(at("2026-11-03T10:00"), days.plus(at("2026-11-02T10:00"), 1));
        assertEquals("Friday to Monday", at("2026-11-09T17:00"), days.plus(at("2026-11-06T17:00"), 1));
        assertEquals("Saturday counts from Monday's beginning", at("2026-11-10T00:00"), days.plus(at("2026-11-07T15:00"), 1));
        assertEquals(at("2026-11-09T00:00"), days.plus(at("2026-11-07T15:00"), 0));
        assertEquals(at("2026-11-06T17:00"), days.plus(at("2026-11-06T17:00"), 0));
        assertEquals("over the golden week", at("2026-10-08T09:00"), days.plus(at("2026-09-30T09:00"), 1));
        Instant lateOnFridayInUtc = Instant.parse("2026-11-06T18:00:00Z");
        assertEquals("Saturday already in Shanghai", at("2026-11-10T00:00"), days.plus(lateOnFridayInUtc, 1));
    }

    @Test
    public void anUnknownYearCountsMondayToFriday() {
        assertTrue(working("2031-10-01"));
        assertFalse(working("2031-10-04"));
    }

    private boolean working(String day) {
        return days.isWorking(LocalDate.parse(day));
    }

    private static Instant at(String time) {
        return ZonedDateTime.of(LocalDateTime.parse(time), ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static String days(int year, int off, int work) {
        return year + ": " + off + " off, " + work + " worked";
    }

    private String exceptions(int year) {
        int off = 0;
        int work = 0;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            Boolean exception = days.exception(day);
            off += Boolean.FALSE.equals(exception) ? 1 : 0;
            work += Boolean.TRUE.equals(exception) ? 1 : 0;
        }
        return days(year, off, work);
    }
}
