package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
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

    private static Map<String, Object> material(Object record) {
        return Map.of("Fjssdx", Map.of("Ssdxbs", Map.of("Jlid", record)), "Fjyt", 1, "Fjnr", "AQ==");
    }

    private State state(Report report) {
        return reports().get(Samples.OLGA, report.number()).state();
    }

    private void say(String file, ReportKind kind, long number, String named, String code, boolean done) {
        world.authority.say(file, new ReportAnswered(Set.of(kind), number, named, List.of(code), done));
        world.poll.run(World.ID);
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

    @Test
    public void anAnswerThatFitsSeveralReportsIsNotGuessed() {
        Report older = send(ReportKind.MATERIAL, material(1));
        Report newer = send(ReportKind.MATERIAL, material(1));
        world.drain();
        say("1.xml", ReportKind.MATERIAL, 0, "1", "1059", false);
        assertEquals(List.of(State.SENT, State.SENT), List.of(state(older), state(newer)));
        assertEquals(List.of("an answer to a report that is not known here: [MATERIAL] [1059]"), world.files.notes().get("1.xml"));
    }

    @Test
    public void onlyWhatAReportIsAboutNamesIt() {
        Report meant = send(ReportKind.MATERIAL, material(1L));
        Report other = send(ReportKind.MATERIAL, material(2));
        world.drain();
        say("1.xml", ReportKind.MATERIAL, 0, "1", "1060", true);
        assertEquals("its Fjyt is 1, its record is not", State.SENT, state(other));
        assertEquals(State.DONE, state(meant));
        Report site = send(ReportKind.UNFILED_SITE, Map.of("Ym", "Wild.CN"));
        Report removed = send(ReportKind.ADDRESSES_REMOVED, Map.of("Scly", Map.of("Ly", List.of(Map.of("Id", 90), Map.of("Id", 91)))));
        world.drain();
        say("2.xml", ReportKind.UNFILED_SITE, 0, "wild.cn", "5007", false);
        assertEquals(State.FAILED, state(site));
        say("3.xml", ReportKind.ADDRESSES_REMOVED, 0, "91", "2055", false);
        assertEquals(State.FAILED, state(removed));
    }

    @Test
    public void anAnswerBeforeTheUploadIsKnownToBeTakenCounts() {
        Report refused = send(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.authority.reachable = false;
        world.exchange.run(World.LANE);
        assertEquals("nobody knows yet that it is there", State.QUEUED, state(refused));
        world.authority.reachable = true;
        say("1.xml", ReportKind.ADDRESSES_NEW, refused.number(), null, "2003", false);
        assertEquals(State.FAILED, state(refused));
        world.drainForADay();
        assertEquals("what was said stays", State.FAILED, state(refused));
        assertEquals(0, world.lanes.open());
        Report named = send(ReportKind.MATERIAL, material(1));
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.authority.reachable = false;
        world.exchange.run(World.LANE);
        world.authority.reachable = true;
        say("2.xml", ReportKind.MATERIAL, 0, "1", "1060", true);
        world.drainForADay();
        assertEquals(State.DONE, state(named));
        assertEquals(2, world.authority.taken.size());
    }

    @Test
    public void aReportThatWaitsForItsFileIsNotMeant() {
        Report waiting = send(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        say("1.xml", ReportKind.ADDRESSES_NEW, waiting.number(), null, "2998", true);
        assertEquals(State.QUEUED, state(waiting));
        assertEquals(1, world.files.notes().get("1.xml").size());
    }

    @Test
    public void oneReportThatCannotBeBuiltHoldsNoOtherUp() {
        Report good = send(ReportKind.UNFILED_SITE, SITE);
        Report broken = send(ReportKind.UNFILED_SITE, SITE);
        Report unreadable = send(ReportKind.UNFILED_SITE, SITE);
        world.passed();
        world.authority.throwsAt = broken.number();
        world.reports.unreadable = unreadable.number();
        world.drain();
        assertEquals(List.of("-1", "1"), List.copyOf(world.authority.taken.values()));
        assertEquals(State.SENT, state(good));
        assertEquals(State.QUEUED, state(broken));
        assertEquals(List.of("report:2", "report:3"), world.lanes.failures(10).stream().map(one -> one.effect().key()).toList());
    }

    @Test
    public void reportsTooManyForOneFileGoInSeveral() {
        for (int i = 0; i < 5; i++) {
            send(ReportKind.UNFILED_SITE, SITE);
        }
        world.authority.most = 2;
        world.drain();
        assertEquals(List.of("-1,-2", "-3,-4", "-5"), List.copyOf(world.authority.taken.values()));
        assertEquals(List.of(), world.lanes.failures(10));
    }

    @Test
    public void aFileHoldsNoMoreThanItsShareOfPictures() {
        String half = "A".repeat(1_500_000);
        for (int i = 0; i < 3; i++) {
            send(ReportKind.MATERIAL, Map.of("Fjnr", half));
        }
        world.drain();
        assertEquals("2000 KB of pictures go into one file", List.of("-1", "-2", "-3"), List.copyOf(world.authority.taken.values()));
    }

    @Test
    public void answersToReportsAreFetchedForSomeDays() {
        send(ReportKind.UNFILED_SITE, SITE);
        world.drain();
        assertEquals("it is answered only when it is wrong", Optional.empty(), world.poll.run(World.ID));
        Report material = send(ReportKind.MATERIAL, material(1));
        world.drain();
        assertEquals(Optional.of(world.clock.instant().plusSeconds(300)), world.poll.run(World.ID));
        assertEquals("also after a start", Map.of(World.ID, world.clock.instant()), new PollTask((stage, key) -> Optional.empty(),
            world.transactions, world.orders, world.cargo, world.clock).standing());
        say("1.xml", ReportKind.MATERIAL, 0, "1", "1060", true);
        assertEquals(State.DONE, state(material));
        assertEquals(Optional.empty(), world.poll.run(World.ID));
        send(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        world.drain();
        world.clock.set(world.clock.instant().plus(Duration.ofDays(9)));
        assertTrue(world.poll.run(World.ID).isPresent());
        world.clock.set(world.clock.instant().plus(Duration.ofDays(2)));
        assertEquals("not for ever", Optional.empty(), world.poll.run(World.ID));
    }
}
