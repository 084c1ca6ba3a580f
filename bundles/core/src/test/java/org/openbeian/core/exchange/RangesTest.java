package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityResult.FileRefused;
import org.openbeian.api.authority.AuthorityResult.ReportAnswered;
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

/** Reports about several address ranges, each of which the authority answers by itself. */
@Requirement("T-39")
public class RangesTest {

    private static final Map<String, Object> REMOVED = Map.of("Scly", Map.of("Ly", List.of(Map.of("Id", 90), Map.of("Id", 91))));

    private final World world = new World();
    private int files;

    @Before
    public void divide() {
        world.authority.ranges = List.of("1", "2", "3");
    }

    private Reports reports() {
        return new ReportBook(world.transactions, world.reports, new MemoryCorrections(), world.files, world.gateways, world.cargo,
            world.codes, new MemoryAudit(), world.clock);
    }

    private Report sent(ReportKind kind, Map<String, Object> content) {
        Report report = reports().send(Samples.OLGA, World.ID, kind, null, content);
        assertEquals("all are open", report.parts(), report.open());
        world.drain();
        return report;
    }

    /** What an authority says of a range of a report, and how the report stands then. */
    private String said(Report report, String code, boolean done, String part) {
        return said(report, new ReportAnswered(Set.of(report.kind()), report.number(), null, List.of(code), done, part));
    }

    private String said(Report report, ReportAnswered answer) {
        world.authority.say(++files + ".xml", answer);
        world.poll.run(World.ID);
        Report now = reports().get(Samples.OLGA, report.number());
        return now.state() + " " + (now.parts() - now.open()) + " of " + now.parts();
    }

    @Test
    public void aReportIsDoneWhenEachOfItsRangesWasAnswered() {
        Report report = sent(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        assertEquals("SENT 1 of 3", said(report, "2998", true, "1"));
        assertEquals("the same again", "SENT 1 of 3", said(report, "2998", true, "1"));
        assertEquals("a range that is not in it", "SENT 1 of 3", said(report, "2998", true, "4"));
        assertEquals("none is named", "SENT 1 of 3", said(report, "2998", true, null));
        List<String> unnamed = List.of("an answer to report 1 that names none of its ranges, of which some are open: [2998]");
        assertEquals(Map.of("3.xml", unnamed, "4.xml", unnamed), world.files.notes());
        assertEquals("SENT 2 of 3", said(report, "2998", true, "3"));
        assertEquals(1, reports().list(Samples.OLGA, World.ID, 0, 1).get(0).open());
        assertEquals("DONE 3 of 3", said(report, "2998", true, "2"));
        assertEquals(2, world.files.notes().size());
        assertEquals("that each is done is said once", 1, reports().get(Samples.OLGA, report.number()).answers().size());
    }

    @Test
    public void theFirstRangeThatIsRefusedFailsItAndEachThatIsRefusedIsTold() {
        Report report = sent(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        assertEquals("SENT 1 of 3", said(report, "2998", true, "1"));
        assertEquals("FAILED 2 of 3", said(report, "2003 已报", false, "2"));
        assertEquals("FAILED 3 of 3", said(report, "2003 已报", false, "3"));
        assertEquals(List.of("2003 /Ly/3", "2003 /Ly/2", "2998 null"), reports().get(Samples.OLGA, report.number()).answers().stream()
            .map(one -> one.code() + " " + one.place()).toList());
        assertEquals("2003", reports().list(Samples.OLGA, World.ID, 0, 1).get(0).error());
    }

    @Test
    public void rangesThatAreCalledByTheirIdsFindTheReportAlsoAfterOneWasRefused() {
        world.authority.ranges = List.of("Lyjg:90", "Lyjg:91");
        Report report = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        assertEquals("FAILED 1 of 2", said(report, byId("90", "2055")));
        assertEquals("FAILED 2 of 2", said(report, byId("91", "2056")));
        assertEquals(Map.of(), world.files.notes());
    }

    @Test
    public void anAnswerThatMayBeLateForAReportThatFailedIsNotTakenForTheMendedOne() {
        world.authority.ranges = List.of("Lyjg:90", "Lyjg:91");
        Report failed = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        assertEquals("FAILED 1 of 2", said(failed, byId("90", "2055")));
        Report mended = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        assertEquals("that of the mended one is open alone", "SENT 1 of 2", said(mended, byId("90", "2998")));
        assertEquals("SENT 1 of 2", said(mended, byId("91", "2998")));
        assertEquals("FAILED 1 of 2", said(failed, byId("91", "2055")));
        assertEquals(Map.of("3.xml", List.of(unknown("2998")), "4.xml", List.of(unknown("2055"))), world.files.notes());
    }

    private static String unknown(String code) {
        return "an answer to a report that is not known here: [ADDRESSES_REMOVED] [" + code + "]";
    }

    @Test
    public void aReportThatFailedAsAWholeTakesNoAnswerOfTheMendedOne() {
        world.authority.ranges = List.of("Lyjg:90", "Lyjg:91");
        Report refused = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        world.authority.say(++files + ".xml", new FileRefused(refused.number(), List.of("5001 beianinfo1.xml")));
        world.poll.run(World.ID);
        world.authority.refusals.add(new UploadOutcome.BadFile(18, "too large"));
        Report tooLarge = reports().send(Samples.OLGA, World.ID, ReportKind.ADDRESSES_REMOVED, null, REMOVED);
        world.drain();
        Report mended = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        assertEquals("FAILED 1 of 2", said(mended, byId("90", "2055")));
        assertEquals("FAILED 2 of 2", said(mended, byId("91", "2056")));
        for (Report failed : List.of(refused, tooLarge)) {
            Report now = reports().get(Samples.OLGA, failed.number());
            assertEquals("FAILED 2", now.state() + " " + now.open());
        }
        assertEquals(Map.of(), world.files.notes());
    }

    @Test
    public void theSameIdOfAnotherSortIsAnotherRange() {
        world.authority.ranges = List.of("Lyjg:90");
        Report source = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        world.authority.ranges = List.of("Fpjg:90", "Fpjg:91");
        Report allocation = sent(ReportKind.ADDRESSES_REMOVED, REMOVED);
        assertEquals("one range is the report", "DONE 0 of 0", said(source, byId("90", "2998")));
        assertEquals("SENT 0 of 2", said(allocation, byId("91", "2998")));
        assertEquals(Map.of("2.xml", List.of(unknown("2998"))), world.files.notes());
    }

    private static ReportAnswered byId(String id, String code) {
        return new ReportAnswered(Set.of(ReportKind.ADDRESSES_REMOVED), 0, id, List.of(code), "2998".equals(code), "Lyjg:" + id);
    }

    @Test
    public void whatWasSaidBeforeTheUploadIsKnownToBeTakenStays() {
        Report report = reports().send(Samples.OLGA, World.ID, ReportKind.ADDRESSES_NEW, null, Map.of("Xzly", Map.of()));
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.authority.reachable = false;
        world.exchange.run(World.LANE);
        world.authority.reachable = true;
        assertEquals("QUEUED 1 of 3", said(report, "2998", true, "1"));
        world.drainForADay();
        Report taken = reports().get(Samples.OLGA, report.number());
        assertEquals(State.SENT, taken.state());
        assertEquals(1, taken.answers().size());
        assertEquals("SENT 2 of 3", said(report, "2998", true, "2"));
    }
}
