package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.PoliceGrant;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteDuty.Kind;
import org.openbeian.api.site.SiteDuty.State;
import org.openbeian.testkit.Requirement;

public class DutiesTest {

    private static final Instant GRANTED = Instant.parse("2026-11-01T02:00:00Z");
    private static final AftercareConfig TERMS = Settings.defaults();

    static FiledSite site(LocalDate opened, PoliceGrant police, FooterReport footer) {
        return new FiledSite("o1-1", 1, "o1", "anna", "440000", "粤ICP备2026000001号-1", "粤ICP备2026000001号", "示例", List.of("example.com"),
            GRANTED, opened, police, footer, false);
    }

    private static SiteDuty duty(FiledSite site, Kind kind, String now) {
        return Duties.of(site, TERMS, Instant.parse(now)).stream().filter(duty -> duty.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    @Requirement("T-45")
    public void thePublicSecurityFilingIsDueThirtyDaysFromTheOpeningOrFromTheGrantWithoutOne() {
        assertEquals(Instant.parse("2026-12-01T02:00:00Z"), duty(site(null, null, null), Kind.PUBLIC_SECURITY_FILING,
            "2026-11-02T00:00:00Z").due());
        FiledSite opened = site(LocalDate.parse("2026-11-10"), null, null);
        SiteDuty counted = duty(opened, Kind.PUBLIC_SECURITY_FILING, "2026-12-09T15:59:59Z");
        assertEquals("thirty days in China", Instant.parse("2026-12-09T16:00:00Z"), counted.due());
        assertEquals(State.OPEN, counted.state());
        assertEquals(State.OVERDUE, duty(opened, Kind.PUBLIC_SECURITY_FILING, "2026-12-09T16:00:00Z").state());
        assertEquals("open before the grant: it counts from the grant", Instant.parse("2026-12-01T02:00:00Z"),
            duty(site(LocalDate.parse("2026-10-01"), null, null), Kind.PUBLIC_SECURITY_FILING, "2026-11-02T00:00:00Z").due());
        PoliceGrant police = new PoliceGrant("粤公网安备44030502000001号", LocalDate.parse("2026-11-20"));
        assertEquals(State.DONE, duty(site(null, police, null), Kind.PUBLIC_SECURITY_FILING, "2027-01-01T00:00:00Z").state());
    }

    @Test
    @Requirement({"T-46", "T-95"})
    public void theFooterIsDueAtTheOpeningAndThePolicesNumberThirtyDaysAfterItsGrant() {
        FiledSite closed = site(null, null, null);
        assertEquals(null, duty(closed, Kind.FOOTER, "2027-01-01T00:00:00Z").due());
        PoliceGrant police = new PoliceGrant("粤公网安备44030502000001号", LocalDate.parse("2026-11-20"));
        FiledSite open = site(LocalDate.parse("2026-11-10"), police, null);
        assertEquals(State.OPEN, duty(open, Kind.FOOTER, "2026-11-10T15:00:00Z").state());
        assertEquals(State.OVERDUE, duty(open, Kind.FOOTER, "2026-11-10T16:00:00Z").state());
        assertEquals(Instant.parse("2026-12-20T16:00:00Z"), duty(open, Kind.PUBLIC_SECURITY_FOOTER, "2026-11-22T00:00:00Z").due());
        FooterReport shown = new FooterReport(GRANTED, "x", FooterReport.State.RIGHT, true, true, List.of());
        assertEquals(List.of(State.DONE, State.DONE, State.DONE, State.DONE),
            Duties.of(site(LocalDate.parse("2026-11-10"), police, shown), TERMS, GRANTED).stream().map(SiteDuty::state).toList());
        assertEquals("nothing is owed for a cancelled one", List.of(), Duties.of(closed.registered("x", List.of("example.com"), true),
            TERMS, GRANTED));
    }

    @Test
    @Requirement("T-45")
    public void remindersComeOnTheirDaysAndDailyOnceItIsLate() {
        FiledSite site = site(null, null, null);
        List<String> told = new ArrayList<>();
        Instant now = GRANTED;
        while (told.size() < 8) {
            SiteDuty duty = duty(site, Kind.PUBLIC_SECURITY_FILING, now.toString());
            now = Duties.nextMoment(duty, TERMS, now).orElseThrow();
            assertEquals(Optional.of(now), Duties.lastMoment(duty(site, Kind.PUBLIC_SECURITY_FILING, now.toString()), TERMS, now));
            told.add(now.toString().substring(5, 10));
        }
        assertEquals(List.of("11-02", "11-16", "11-24", "11-29", "12-01", "12-02", "12-03", "12-04"), told);
    }
}
