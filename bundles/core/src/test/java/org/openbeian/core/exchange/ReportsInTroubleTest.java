package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.State;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.Reports;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.report.ReportBook;
import org.openbeian.testkit.Requirement;

/** What becomes of reports when accounts go, answers come early or one cannot be built. */
@Requirement("T-39")
public class ReportsInTroubleTest {

    private static final Map<String, Object> SITE = Map.of("Ym", "wild.cn", "Cljg", 1);

    private final World world = new World();

    private Reports reports() {
        return new ReportBook(world.transactions, world.reports, new MemoryCorrections(), world.files, world.gateways, world.cargo,
            world.codes, new MemoryAudit(), world.clock);
    }

    private Report send(ReportKind kind, Map<String, Object> content) {
        return reports().send(Samples.OLGA, World.ID, kind, null, content);
    }

    private State state(Report report) {
        return reports().get(Samples.OLGA, report.number()).state();
    }

    @Test
    public void reportsWaitForAnAccountThatWasTakenAway() {
        Report site = send(ReportKind.UNFILED_SITE, SITE);
        world.passed();
        world.authority.only = "620000";
        world.drain();
        assertEquals(List.of("parked order-1"), world.events.told);
        assertEquals("the report keeps its place", 1, world.lanes.open());
        assertTrue(world.lanes.paused(World.LANE), world.lanes.paused(World.LANE).contains("no gateway with an account"));
        world.authority.only = null;
        world.drain();
        assertEquals(State.SENT, state(site));
    }

    @Test
    public void aPageOfReportsHidesNoOrderThatIsToBeParked() {
        for (int i = 0; i < 500; i++) {
            send(ReportKind.UNFILED_SITE, SITE);
        }
        world.passed();
        world.authority.only = "620000";
        world.drain();
        assertEquals(List.of("parked order-1"), world.events.told);
        assertEquals(500, world.lanes.open());
    }

    @Test
    public void aReportWhoseFileIsDroppedWithoutAnAccountIsSentLater() {
        Report site = send(ReportKind.UNFILED_SITE, SITE);
        world.authority.faults.add(Authority.Fault.REQUEST_LOST);
        world.drain();
        world.authority.only = "620000";
        world.drainForADay();
        world.authority.only = null;
        world.authority.refusals.add(new UploadOutcome.BadFile(3, "cannot be read"));
        world.drainForADay();
        assertEquals(State.SENT, state(site));
    }
}
