package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.AuthorityResult.FileRefused;
import org.openbeian.api.authority.AuthorityResult.ReportAnswered;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.report.ReportBook;
import org.openbeian.testkit.Requirement;

/** Who is told that a report failed. */
@Requirement("T-39")
public class FailedReportsTest {

    private static final Map<String, Object> SITE = Map.of("Ym", "wild.cn", "Cljg", 1);

    private final World world = new World();

    private Report send(Actor by, ReportKind kind, Map<String, Object> content) {
        world.authority.problems.clear();
        Reports reports = new ReportBook(world.transactions, world.reports, new MemoryCorrections(), world.files, world.gateways,
            world.cargo, world.codes, new MemoryAudit(), world.clock);
        return reports.send(by, World.ID, kind, null, content);
    }

    private void say(String file, Report about, boolean done, String... codes) {
        world.authority.say(file, new ReportAnswered(Set.of(about.kind()), about.number(), null, List.of(codes), done));
        world.poll.run(World.ID);
    }

    /** Who was told since the last time. */
    private List<String> told() {
        List<String> told = world.told.stream().map(one -> one.account() + " " + one.occasion() + " " + one.values().get("codes")).toList();
        world.told.clear();
        return told;
    }

    @Test
    public void operatorsAndWhoSentItAreToldOnceWithoutTheAuthoritysWords() {
        Report range = send(Samples.SAM, ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        world.drain();
        assertEquals("that it was sent is no news", List.of(), told());
        say("1.xml", range, false, "2003 张小明 13800138000 已报", "2055 错");
        for (Notice notice : world.told) {
            assertFalse(notice.toString(), notice.toString().contains("张小明") || notice.toString().contains("13800138000"));
            assertEquals(Map.of("report", "1", "authorityId", World.ID, "kind", "IP 地址新增报备", "kind.en",
                "New IP addresses", "codes", "2003, 2055"), notice.values());
            assertEquals("report-failed", notice.message());
        }
        assertEquals(List.of("olga report-failed:1 2003, 2055", "otto report-failed:1 2003, 2055", "sam report-failed:1 2003, 2055"),
            told());
        say("2.xml", range, false, "2001 错");
        say("3.xml", range, true, "2998");
        assertEquals("whatever else is said of it", List.of(), told());
        Report done = send(Samples.SAM, ReportKind.ADDRESSES_NEW, Map.of("Xzly", Map.of()));
        world.drain();
        say("4.xml", done, true, "2998");
        assertEquals(List.of(), told());
        say("5.xml", done, false, "2003 错");
        assertEquals("what was said before is no refusal", "olga report-failed:2 2003", told().get(0));
    }

    @Test
    public void whatCannotBeWrittenAndWhatIsTooLargeIsToldToo() {
        Report unwritten = send(Samples.OLGA, ReportKind.UNFILED_SITE, SITE);
        world.authority.problems.put(unwritten.number(), List.of("/Ym is no domain"));
        world.drain();
        assertEquals("an operator who sent it is told once", List.of("olga report-failed:1 upload-0", "otto report-failed:1 upload-0"),
            told());
        send(Samples.OLGA, ReportKind.UNFILED_SITE, SITE);
        world.authority.refusals.add(new UploadOutcome.BadFile(18, "too large"));
        world.drain();
        assertEquals(List.of("olga report-failed:2 upload-18", "otto report-failed:2 upload-18"), told());
    }

    @Test
    public void aFileThatTheAuthorityCannotReadFailsEachReportInIt() {
        Report first = send(Samples.OLGA, ReportKind.UNFILED_SITE, SITE);
        Report second = send(Samples.SAM, ReportKind.UNFILED_SITE, Map.of("Ym", "other.cn"));
        world.drain();
        Report apart = send(Samples.OLGA, ReportKind.UNFILED_SITE, SITE);
        world.drain();
        Report waiting = send(Samples.OLGA, ReportKind.UNFILED_SITE, SITE);
        world.authority.say("1.xml", new FileRefused(first.number(), List.of("5001 beianinfo1.xml")));
        world.poll.run(World.ID);
        assertEquals(List.of("FAILED [5001]", "FAILED [5001]", "SENT []", "QUEUED []"), List.of(stands(first), stands(second),
            stands(apart), stands(waiting)));
        assertEquals(Map.of("count", "2", "reports", "1, 2", "authorityId", World.ID, "codes", "5001"), world.told.get(0).values());
        assertEquals("all of them at once, and who sent one is told of it", List.of("olga reports-failed:1 5001",
            "otto reports-failed:1 5001", "sam report-failed:2 5001"), told());
        world.authority.say("2.xml", new FileRefused(waiting.number(), List.of("5001 beianinfo4.xml")),
            new FileRefused(99, List.of("5001")));
        world.poll.run(World.ID);
        assertEquals("QUEUED []", stands(waiting));
        assertEquals(List.of("a file was refused with report 4, which is in no file of this authority",
            "a file was refused with report 99, which is in no file of this authority"), world.files.notes().get("2.xml"));
    }

    @Test
    public void manyThatFailTogetherAreToldByTheirFirstNumbers() {
        for (int i = 0; i < 30; i++) {
            send(Samples.SAM, ReportKind.UNFILED_SITE, SITE);
        }
        for (long number = 1; number <= 30; number++) {
            world.authority.problems.put(number, List.of("/Ym is no domain"));
        }
        world.drain();
        assertEquals(Set.of(Map.of("count", "30", "reports", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …", "authorityId", World.ID, "codes",
            "upload-0")), world.told.stream().map(Notice::values).collect(Collectors.toSet()));
        assertEquals(List.of("olga reports-failed:1 upload-0", "otto reports-failed:1 upload-0", "sam reports-failed:1 upload-0"), told());
    }

    @Test
    public void manyThatOneResultFileRefusesAreToldAtOnce() {
        List<AuthorityResult> refused = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Report report = send(Samples.SAM, ReportKind.UNFILED_SITE, SITE);
            refused.add(new ReportAnswered(Set.of(report.kind()), report.number(), null, List.of(i == 1 ? "5007 错" : "5006 已报"), false));
        }
        world.drain();
        world.authority.say("1.xml", refused.toArray(AuthorityResult[]::new));
        world.poll.run(World.ID);
        assertEquals("1, 2, 3", world.told.get(0).values().get("reports"));
        assertEquals(List.of("olga reports-failed:1 5006, 5007", "otto reports-failed:1 5006, 5007", "sam reports-failed:1 5006, 5007"),
            told());
    }

    private String stands(Report report) {
        Report now = world.transactions.call(() -> world.reports.find(report.number())).orElseThrow();
        return now.state() + " " + now.answers().stream().map(Report.Answer::code).toList();
    }

    @Test
    public void whoLeftOrReportsNoMoreIsNotTold() {
        List<String> told = new ArrayList<>();
        for (String sender : List.of("gone", "alice", "karaf")) {
            Report report = send(new Actor(sender, Set.of(Role.SPECIALIST), "test"), ReportKind.UNFILED_SITE, SITE);
            world.authority.problems.put(report.number(), List.of("/Ym is no domain"));
            world.drain();
            told.addAll(world.told.stream().map(Notice::account).toList());
            world.told.clear();
        }
        assertEquals(List.of("olga", "otto", "olga", "otto", "olga", "otto"), told);
    }
}
