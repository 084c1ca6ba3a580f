package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Report.State;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;
import org.openbeian.core.effect.Holds;
import org.openbeian.core.effect.LaneControl;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.report.ReportBook;
import org.openbeian.testkit.Requirement;

/** Reports through the lane of an authority, and what it says of them. */
@Requirement("T-39")
public class ReportsTest {

    private static final Map<String, Object> SITE = Map.of("Ym", "wild.cn", "Cljg", 1);

    private final World world = new World();
    private final MemoryCorrections cases = new MemoryCorrections();
    private final MemoryAudit audit = new MemoryAudit();

    private Reports reports() {
        return new ReportBook(world.transactions, world.reports, cases, world.files, world.gateways, world.cargo, world.codes, audit,
            world.clock);
    }

    private Report send(ReportKind kind, Map<String, Object> content) {
        return reports().send(Samples.OLGA, World.ID, kind, null, content);
    }

    private State state(Report report) {
        return reports().get(Samples.OLGA, report.number()).state();
    }

    private static String code(Runnable command) {
        return assertThrows(Refusal.class, command::run).code();
    }

    @Test
    public void reportsOfOneSectionShareAFileAndAddressesGoAlone() {
        Report site = send(ReportKind.UNFILED_SITE, SITE);
        Report material = send(ReportKind.MATERIAL, Map.of("Fjyt", 1));
        Report first = send(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        Report second = send(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        assertEquals(State.QUEUED, site.state());
        world.drain();
        assertEquals(List.of("-1,-2", "-3", "-4"), List.copyOf(world.authority.taken.values()));
        for (Report report : List.of(site, material, first, second)) {
            assertEquals(State.SENT, state(report));
        }
        assertEquals(0, world.lanes.open());
        assertEquals("olga report.send report/1 null", audit.lines.get(0).substring(0, audit.lines.get(0).indexOf(" {")));
    }

    @Test
    public void filingsAndReportsTakeTurnsInTheOrderInWhichTheyCame() {
        send(ReportKind.UNFILED_SITE, SITE);
        world.passed();
        send(ReportKind.UNFILED_SITE, SITE);
        world.drain();
        assertEquals("what came first goes first, and each file holds one sort", List.of("-1", "1", "-2"),
            List.copyOf(world.authority.taken.values()));
    }

    @Test
    public void aLostAnswerIsAskedForAndNothingIsSentTwice() {
        Report site = send(ReportKind.UNFILED_SITE, SITE);
        world.authority.faults.add(Authority.Fault.ANSWER_LOST);
        world.drainForADay();
        assertEquals(List.of("upload 1", "previous"), world.authority.calls);
        assertEquals(State.SENT, state(site));
    }

    @Test
    public void afterACrashTheFileIsTheSame() {
        Report site = send(ReportKind.UNFILED_SITE, SITE);
        world.authority.faults.add(Authority.Fault.REQUEST_LOST);
        world.exchange.run(World.LANE);
        assertEquals("it waits in its file", 1, reports().get(Samples.OLGA, site.number()).file());
        world.start();
        world.drainForADay();
        assertEquals(List.of("-1"), List.copyOf(world.authority.taken.values()));
        assertEquals(State.SENT, state(site));
    }

    @Test
    public void aFileThatIsTooLargeIsHalvedAndOneReportAloneFails() {
        Report one = send(ReportKind.MATERIAL, Map.of("Fjyt", 1));
        Report other = send(ReportKind.MATERIAL, Map.of("Fjyt", 2));
        world.authority.refusals.add(new UploadOutcome.BadFile(18, "too large"));
        world.authority.refusals.add(new UploadOutcome.BadFile(18, "too large"));
        world.drainForADay();
        assertEquals(List.of("-2"), List.copyOf(world.authority.taken.values()));
        assertEquals(State.FAILED, state(one));
        assertEquals("upload-18", reports().get(Samples.OLGA, one.number()).answers().get(0).code());
        assertEquals(State.SENT, state(other));
    }

    @Test
    public void whatCannotBeWrittenAnyMoreFailsAndTheRestGoes() {
        Report gone = send(ReportKind.UNFILED_SITE, SITE);
        Report good = send(ReportKind.UNFILED_SITE, SITE);
        world.authority.problems.put(gone.number(), List.of("/Cljg is no valid code"));
        world.drain();
        assertEquals(List.of("-2"), List.copyOf(world.authority.taken.values()));
        Report failed = reports().get(Samples.OLGA, gone.number());
        assertEquals(State.FAILED, failed.state());
        assertEquals("/Cljg is no valid code", failed.answers().get(0).text().en());
        assertEquals(State.SENT, state(good));
    }

    @Test
    public void aWaitingReportIsTakenBackAndOneUnderWayIsNot() {
        Report waiting = send(ReportKind.UNFILED_SITE, SITE);
        Report kept = send(ReportKind.UNFILED_SITE, SITE);
        assertEquals("reason-missing", code(() -> reports().skip(Samples.OLGA, waiting.number(), " ")));
        assertEquals(State.SKIPPED, reports().skip(Samples.OLGA, waiting.number(), "told by phone").state());
        assertEquals("report-under-way", code(() -> reports().skip(Samples.OLGA, waiting.number(), "twice")));
        world.authority.faults.add(Authority.Fault.REQUEST_LOST);
        world.exchange.run(World.LANE);
        assertEquals("report-under-way", code(() -> reports().skip(Samples.OLGA, kept.number(), "told by phone")));
        LaneControl control = new LaneControl(world.transactions, world.lanes, world.files, world.events, new Holds(), audit, world.cargo,
            world.clock);
        long effect = world.transactions.call(() -> world.lanes.withKey("report:" + kept.number())).orElseThrow().id();
        assertEquals("upload-under-way", code(() -> control.skip(Samples.OLGA, effect, "told by phone")));
        world.drainForADay();
        assertEquals(List.of("-2"), List.copyOf(world.authority.taken.values()));
    }

    @Test
    public void theOperatorOfTheLaneSkipsAReportWithItsEffect() {
        Report waiting = send(ReportKind.UNFILED_SITE, SITE);
        LaneControl control = new LaneControl(world.transactions, world.lanes, world.files, world.events, new Holds(), audit, world.cargo,
            world.clock);
        long effect = world.transactions.call(() -> world.lanes.withKey("report:" + waiting.number())).orElseThrow().id();
        control.skip(Samples.OLGA, effect, "told by phone");
        assertEquals(State.SKIPPED, state(waiting));
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void anAnswerFindsItsReportByNumberByNameOrAlone() {
        Report site = send(ReportKind.UNFILED_SITE, SITE);
        Report material = send(ReportKind.MATERIAL, Map.of("Fjssdx", Map.of("Ssdxbs", Map.of("Baxh", "粤ICP备1号-1"))));
        Report range = send(ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of("Ly", List.of(Map.of("Lydw", 1)))));
        world.drain();
        world.authority.say("1.xml", new AuthorityResult.ReportAnswered(Set.of(ReportKind.MATERIAL), 0, "粤ICP备2号-1", List.of("1059 无"),
            false),
            new AuthorityResult.ReportAnswered(Set.of(ReportKind.MATERIAL), 0, "粤ICP备1号-1", List.of("1060"), true),
            new AuthorityResult.ReportAnswered(Set.of(ReportKind.UNFILED_SITE), 0, null, List.of("5007 处理代码错误"), false),
            new AuthorityResult.ReportAnswered(Set.of(ReportKind.ADDRESSES_NEW), range.number(), null, List.of("2003 已报"), false),
            new AuthorityResult.ReportAnswered(Set.of(ReportKind.ADDRESSES_NEW), range.number(), null, List.of("2998"), true));
        world.poll.run(World.ID);
        assertEquals(State.DONE, state(material));
        Report failed = reports().get(Samples.OLGA, site.number());
        assertEquals(State.FAILED, failed.state());
        assertEquals("5007 处理代码错误", failed.answers().get(0).text().zh());
        assertTrue("it says how to mend it", !failed.answers().get(0).mend().zh().isBlank());
        assertEquals("one range that is done does not mend another", State.FAILED, state(range));
        assertEquals(2, reports().get(Samples.OLGA, range.number()).answers().size());
        assertEquals("what names no report of ours is noted without the authority's words",
            List.of("an answer to a report that is not known here: [MATERIAL] [1059]"), world.files.notes().get("1.xml"));
    }

    @Test
    public void anAnswerWithoutANameIsNotGuessedAmongSeveral() {
        send(ReportKind.UNFILED_SITE, SITE);
        send(ReportKind.UNFILED_SITE, Map.of("Ym", "other.cn"));
        world.drain();
        world.authority.say("1.xml", new AuthorityResult.ReportAnswered(Set.of(ReportKind.UNFILED_SITE), 0, null, List.of("5006"), false));
        world.poll.run(World.ID);
        assertEquals(List.of(State.SENT, State.SENT), reports().list(Samples.OLGA, World.ID, 0, 10)
            .stream().map(ReportSummary::state).toList());
        assertEquals(1, world.files.notes().get("1.xml").size());
    }

    @Test
    public void anAnswerToACaseTakesWhatTheAuthoritySaidAlready() {
        CorrectionCase unfiled = new CorrectionCase("c1", 1, CorrectionKind.UNFILED_SITE, World.ID, null, null, null, List.of("wild.cn"),
            null, world.clock.instant(), null, CorrectionCase.Status.OPEN, null, null);
        world.transactions.run(() -> {
            cases.insert(unfiled, "key");
            world.reports.keepDraft("c1", Map.of("Ym", "wild.cn", "Yys", 1, "Baxx", Map.of("a", 1, "b", 2)), world.clock.instant());
        });
        assertEquals("wild.cn", reports().draft(Samples.SAM, "c1").get("Ym"));
        assertEquals("report-misses-case", code(() -> reports().send(Samples.SAM, "620000", null, "c1", Map.of())));
        assertEquals("report-misses-case", code(() -> reports().send(Samples.SAM, null, ReportKind.MATERIAL, "c1", Map.of())));
        Report report = reports().send(Samples.SAM, null, null, "c1", Map.of("Cljg", 1, "Yys", 2, "Baxx", Map.of("b", 3)));
        assertEquals(ReportKind.UNFILED_SITE, report.kind());
        assertEquals(World.ID, report.authorityId());
        assertEquals(Map.of("Ym", "wild.cn", "Yys", 2, "Cljg", 1, "Baxx", Map.of("a", 1, "b", 3)), report.content());
        assertEquals("no-answer-awaited", code(() -> reports().draft(Samples.SAM, "c2")));
        assertEquals("no-answer-awaited", code(() -> reports().send(Samples.SAM, null, null, "c2", Map.of())));
    }

    @Test
    public void whatIsWrongIsToldAtOnceAndNothingIsQueued() {
        Refusal refusal = assertThrows(Refusal.class, () -> send(ReportKind.UNFILED_SITE, Map.of("wrong", 1)));
        assertEquals("report-invalid", refusal.code());
        assertEquals("/content/wrong", refusal.findings().get(0).pointer());
        Refusal domains = assertThrows(Refusal.class, () -> send(ReportKind.DOMAINS, Map.of()));
        assertEquals("domain-reports-not-ours", domains.code());
        assertTrue(domains.getMessage(), domains.getMessage().contains("registrars"));
        assertEquals("report-incomplete", code(() -> send(null, SITE)));
        world.authority.only = "620000";
        assertEquals("account-missing", code(() -> send(ReportKind.UNFILED_SITE, SITE)));
        assertEquals(List.of(), reports().list(Samples.OLGA, null, 0, 10));
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void personalDataIsMaskedWhereverAReportIsShownAndSentInClear() {
        Map<String, Object> content = Map.of("Sbrxm", "张小明", "Sbrdh", "13800138000", "Baxx", Map.of("Wz_xx", List.of(Map.of("Wz_Fzr",
            Map.of("Fzr_zjhm", "440101199001010011", "Fzr_dzyj", "zhang@example.com")))), "Fjnr", "AQ==");
        Report sent = send(ReportKind.UNFILED_SITE, content);
        for (Report shown : List.of(sent, reports().get(Samples.OLGA, sent.number()),
                reports().skip(Samples.OLGA, sent.number(), "x"))) {
            for (String clear : List.of("张小明", "13800138000", "440101199001010011", "zhang@example.com", "AQ==")) {
                assertFalse(clear, shown.content().toString().contains(clear));
            }
        }
        assertEquals(content, world.transactions.call(() -> world.reports.find(sent.number())).orElseThrow().content());
    }

    @Test
    public void onlyStaffReports() {
        Actor alice = Samples.ALICE;
        assertEquals("not-permitted", code(() -> reports().send(alice, World.ID, ReportKind.UNFILED_SITE, null, SITE)));
        assertEquals("not-permitted", code(() -> reports().list(alice, null, 0, 10)));
        assertEquals("not-permitted", code(() -> reports().get(alice, 1)));
        assertEquals("not-permitted", code(() -> reports().draft(alice, "c1")));
        assertEquals("not-permitted", code(() -> reports().skip(alice, 1, "x")));
        assertEquals("not-permitted", code(() -> reports().forms(alice)));
        assertEquals("not-permitted", code(() -> reports().files(Samples.SAM, World.ID, 10)));
        assertEquals("report-not-found", code(() -> reports().get(Samples.OLGA, 99)));
    }

    @Test
    public void everyKindHasAFormAndDomainsSayWhoReportsThem() {
        List<Reports.Form> forms = reports().forms(Samples.OLGA);
        assertEquals(List.of(ReportKind.values()), forms.stream().map(Reports.Form::kind).toList());
        forms.forEach(form -> {
            if (form.kind() == ReportKind.DOMAINS) {
                assertTrue(form.refusal().zh(), form.refusal().zh().contains("3036"));
            } else {
                assertNull(form.refusal());
            }
        });
    }
}
