package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Obligation;
import org.openbeian.testkit.Requirement;

/** The calendar of deadlines. */
@Requirement("T-108")
public class IcsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private static Obligation due(String text, boolean own) {
        return new Obligation("draft", "01m", "example.com", new LocalizedText(text, "Finish, then submit; soon"), NOW.plusSeconds(60),
                own, false);
    }

    @Test
    public void eventsHaveTimesTextsAndAlarms() {
        String calendar = Ics.of(List.of(due("请完成", true), due("等待", false)), NOW);
        assertTrue(calendar, calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.endsWith("END:VCALENDAR\r\n"));
        assertTrue(calendar, calendar.contains("UID:draft-01m@openbeian\r\nDTSTAMP:20261122T020000Z\r\nDTSTART:20261122T020100Z\r\n"
                + "SUMMARY:example.com 请完成\r\n"));
        assertTrue("separators are escaped", calendar.contains("Finish\\, then submit\\; soon (01m)"));
        assertEquals("an alarm for one's own duty alone", 2, calendar.split("BEGIN:VALARM", -1).length);
    }

    @Test
    public void aTimeThatIsNotCertainSaysSo() {
        Obligation counted = new Obligation("pre-review", "01m", null, new LocalizedText("初审", "Pre-review"), NOW, false, false,
                new LocalizedText("尚无2027年的放假安排", "2027 is not known"));
        assertTrue(Ics.of(List.of(counted), NOW).replace("\r\n ", "").contains(
                "DESCRIPTION:Pre-review (01m)\\n尚无2027年的放假安排\\n2027 is not known\r\n"));
    }

    @Test
    public void longLinesAreFoldedBetweenCharacters() {
        String calendar = Ics.of(List.of(due("请".repeat(100), true)), NOW);
        assertTrue(Arrays.stream(calendar.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
        assertTrue(calendar.replace("\r\n ", "").contains("请".repeat(100)));
    }
}
