package org.openbeian.calendar.cn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.annotation.Annotation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** What the bundle and its configuration say of working days. */
@Requirement({"W-06", "W-30"})
public class StateCouncilCalendarTest {

    private final StateCouncilCalendar calendar = new StateCouncilCalendar(lines());

    private static CalendarConfig lines(String... lines) {
        return new CalendarConfig() {
            @Override
            public String[] years() {
                return lines.clone();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return CalendarConfig.class;
            }
        };
    }

    @Test
    public void weekendsAndHolidaysAreOffAndMakeUpDaysAreNot() {
        assertEquals(false, exception("2026-10-01"));
        assertEquals("a Thursday in the spring festival", false, exception("2026-02-19"));
        assertEquals("a Saturday worked for the spring festival", true, exception("2026-02-28"));
        assertEquals(true, exception("2025-09-28"));
        assertEquals(false, exception("2025-10-08"));
        assertEquals(true, exception("2024-02-18"));
        assertEquals("the eve was a working day in 2024", null, exception("2024-02-09"));
        assertEquals(null, exception("2026-11-07"));
    }

    @Test
    public void everyYearHasTheNumberOfDaysOfItsNotice() {
        assertEquals(Set.of(2024, 2025, 2026), calendar.years());
        assertEquals("28 off, 8 worked", days(2024));
        assertEquals("28 off, 5 worked", days(2025));
        assertEquals("33 off, 6 worked", days(2026));
        assertEquals("none but weekends are worked against the week's rule", List.of(), calendar.exceptions().entrySet().stream()
            .filter(day -> day.getValue() && day.getKey().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0).toList());
    }

    @Test
    public void ofAYearWithoutNoticeTheFestivalsOfTheLawAreOffAndItIsNotKnown() {
        assertEquals("13 off, 0 worked", days(2027));
        assertEquals("the third day of the lunar year, a Monday", false, exception("2027-02-08"));
        assertEquals("what the notice may add", null, exception("2027-02-09"));
        assertEquals(false, calendar.years().contains(2027));
        calendar.configure(lines("2027.off=01-01..01-03", "2027.work="));
        assertEquals("the notice takes the place of the law's days", "3 off, 0 worked", days(2027));
        assertEquals(true, calendar.years().contains(2027));
    }

    @Test
    public void anOperatorEntersAYearWithoutRestart() {
        calendar.configure(lines("2031.off = 01-01, 10-01..10-03", "2031.work ="));
        assertEquals(Set.of(2024, 2025, 2026, 2031), calendar.years());
        assertEquals("4 off, 0 worked", days(2031));
        calendar.configure(lines("2026.off=01-01", "2026.work=01-04"));
        assertEquals("a year takes the place of the bundle's", "1 off, 1 worked", days(2026));
        calendar.configure(lines("2031.off=13-01", "2031.work="));
        assertEquals("what is wrong leaves what served", "1 off, 1 worked", days(2026));
        calendar.configure(lines(""));
        assertEquals("33 off, 6 worked", days(2026));
        assertEquals(Set.of(2024, 2025, 2026), new StateCouncilCalendar(lines("nonsense")).years());
    }

    @Test
    public void allThatIsWrongIsSaidAtOnce() {
        assertEquals("2031.off: '02-30': no such day; 2031.off: '5-1': expected month-day such as 05-01, or 05-01..05-05; "
            + "'2032': expected YYYY.off=… or YYYY.work=…; 2033.work: '05-02..05-01': the range ends before it begins; "
            + "2033.off: '06-01': 2033-06-01 is named twice; 2033.off is there twice; "
            + "2031: work is missing; a year needs both of its lines",
            assertThrows(IllegalArgumentException.class, () -> Notices.read(List.of("2031.off=02-30,5-1", "2032",
                "2033.work=05-02..05-01,06-01", "2033.off=06-01", "2033.off="))).getMessage());
    }

    private Boolean exception(String day) {
        return calendar.exceptions().get(LocalDate.parse(day));
    }

    private String days(int year) {
        List<Boolean> days = calendar.exceptions().entrySet().stream().filter(day -> day.getKey().getYear() == year)
            .map(java.util.Map.Entry::getValue).toList();
        return days.stream().filter(working -> !working).count() + " off, " + days.stream().filter(working -> working).count() + " worked";
    }
}
