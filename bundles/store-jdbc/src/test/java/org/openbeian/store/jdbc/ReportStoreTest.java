package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.store.ReportStore;
import org.openbeian.testkit.Requirement;

/** Reports, drafts and code tables. */
@Requirement("T-39")
public class ReportStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    private JdbcReportStore reports;

    @Before
    public void createStore() {
        reports = new JdbcReportStore(database, new Samples.FakePersonalData());
    }

    static Report report(String authority, Report.State state, Instant at) {
        return new Report(0, authority, ReportKind.UNFILED_SITE, "c1", state, Map.of("Ym", "wild.cn", "Yys", 1, "Sbrxm", "张小明"), List.of(),
            "sam", at, at, 0);
    }

    @Test
    public void aReportIsWhatWasStored() {
        Report first = reports.insert(report("440000", Report.State.QUEUED, NOW));
        Report second = reports.insert(report("620000", Report.State.QUEUED, NOW));
        assertTrue(second.number() > first.number());
        assertEquals(Optional.of(first), reports.find(first.number()));
        assertEquals(report("440000", Report.State.QUEUED, NOW).content(), first.content());
        Report sent = first.in(7).with(Report.State.SENT, List.of(new Report.Answer("5006", Report.Mender.SPECIALIST,
            new LocalizedText("已报", "told"), new LocalizedText("不用再报", "nothing to do"))), NOW.plusSeconds(1));
        reports.update(sent);
        assertEquals(Optional.of(sent), reports.find(first.number()));
        assertEquals(List.of(sent), reports.inFile("440000", 7));
        assertEquals(List.of(), reports.inFile("620000", 7));
        assertEquals(1, reports.count("440000", 7));
        assertEquals(0, reports.count("620000", 7));
    }

    @Test
    public void whatWasSentIsFoundByItsKindAndItsName() {
        long waiting = reports.insert(report("440000", Report.State.QUEUED, NOW)).number();
        long doubtful = reports.insert(report("440000", Report.State.QUEUED, NOW).in(7)).number();
        long sent = reports.insert(report("440000", Report.State.SENT, NOW).in(7)).number();
        long done = reports.insert(report("440000", Report.State.DONE, NOW).in(7)).number();
        database.call(() -> {
            List.of(waiting, doubtful, done).forEach(number -> reports.name(number, List.of("wild.cn", "wild.cn", "90")));
            reports.name(sent, List.of());
            return 0;
        });
        Set<ReportKind> kinds = Set.of(ReportKind.UNFILED_SITE, ReportKind.MATERIAL);
        assertEquals(List.of(sent, doubtful), reports.underWay("440000", kinds, null, null, 10));
        assertEquals(List.of(sent), reports.underWay("440000", kinds, null, null, 1));
        assertEquals(List.of(doubtful), reports.underWay("440000", kinds, "90", null, 10));
        assertEquals("its parts are not known", List.of(doubtful), reports.underWay("440000", kinds, "90", "Lyjg:90", 10));
        assertEquals(List.of(), reports.underWay("440000", kinds, "9", null, 10));
        assertEquals(List.of(), reports.underWay("440000", Set.of(ReportKind.MATERIAL), null, null, 10));
        assertEquals(List.of(), reports.underWay("620000", kinds, null, null, 10));
        assertEquals(List.of("440000"), reports.awaited(kinds, NOW));
        assertEquals(List.of(), reports.awaited(kinds, NOW.plusSeconds(1)));
        assertEquals(List.of(), reports.awaited(Set.of(ReportKind.MATERIAL), NOW));
        assertEquals("its names go with a report", 2, reports.trim(NOW.plusSeconds(1), 10));
    }

    @Test
    public void eachPartIsSettledOnce() {
        Report report = reports.insert(report("440000", Report.State.SENT, NOW).in(7));
        database.call(() -> {
            reports.divide(report.number(), List.of(new ReportPart("1", "/Xzly/Ly/0"), new ReportPart("2", "/Xzly/Ly/1")));
            reports.name(report.number(), List.of("90"));
            return 0;
        });
        reports.update(report.with(Report.State.FAILED, List.of(), NOW));
        assertEquals(Optional.of(report.with(Report.State.FAILED, List.of(), NOW).of(2, 2)), reports.find(report.number()));
        Optional<ReportStore.Settled> first = Optional.of(new ReportStore.Settled("/Xzly/Ly/0", 1));
        assertEquals(first, reports.settle(report.number(), "1"));
        assertEquals("again", first, reports.settle(report.number(), "1"));
        assertEquals("no part of it", Optional.empty(), reports.settle(report.number(), "3"));
        assertEquals(Optional.of(new ReportStore.Settled("/Xzly/Ly/1", 0)), reports.settle(report.number(), "2"));
        assertEquals("its parts go with it", 1, reports.trim(NOW.plusSeconds(1), 10));
    }

    @Test
    public void anAnswerToAPartIsAboutAReportOfWhichThatPartIsOpen() {
        Report both = divided("Lyjg:90", "Lyjg:91");
        assertEquals("of the same name, and of another sort", List.of(), found("90", "Fpjg:90"));
        assertEquals(List.of(both.number()), found("90", "Lyjg:90"));
        reports.update(both.with(Report.State.FAILED, List.of(), NOW));
        assertEquals("it was refused before anything was said of a part", List.of(), found("90", "Lyjg:90"));
        reports.settle(both.number(), "Lyjg:90");
        assertEquals(List.of(), found("90", "Lyjg:90"));
        assertEquals(List.of(both.number()), found("91", "Lyjg:91"));
        assertEquals("an answer to none is not about one that was refused", List.of(), found("91", null));
        Report alone = divided("Lyjg:91");
        assertEquals(Optional.of(alone), reports.find(alone.number()));
        assertEquals(List.of(alone.number(), both.number()), found("91", "Lyjg:91"));
        reports.update(alone.with(Report.State.FAILED, List.of(), NOW));
        assertEquals(List.of(both.number()), found("91", "Lyjg:91"));
        reports.update(both.in(0).with(Report.State.FAILED, List.of(), NOW));
        assertEquals("it is in no file any more", List.of(), found("91", "Lyjg:91"));
    }

    private Report divided(String... parts) {
        Report report = reports.insert(report("440000", Report.State.SENT, NOW).in(7));
        database.call(() -> {
            reports.divide(report.number(), List.of(parts).stream().map(part -> new ReportPart(part, "/" + part)).toList());
            reports.name(report.number(), List.of("90", "91"));
            return 0;
        });
        return report;
    }

    private List<Long> found(String name, String part) {
        return reports.underWay("440000", Set.of(ReportKind.UNFILED_SITE), name, part, 2);
    }

    @Test
    public void aReportIsChangedByOneAtATime() {
        Report report = reports.insert(report("440000", Report.State.QUEUED, NOW).in(7));
        reports.keepDraft("c1", Map.of("Ym", "a.cn"), NOW);
        String free = "select id from authority_report where id = ? for update skip locked";
        for (Runnable lock : List.<Runnable>of(() -> reports.lock(report.number()), () -> reports.inFile("440000", 7))) {
            database.call(() -> {
                lock.run();
                return assertEmpty(free, report.number());
            });
        }
        database.call(() -> {
            assertEquals(Optional.of(Map.of("Ym", "a.cn")), reports.lockDraft("c1"));
            return assertEmpty("select case_id from report_draft where case_id = ? for update skip locked", "c1");
        });
        assertEquals(1, database.query(free, row -> row.getLong(1), report.number()).size());
        assertEquals(Optional.of(report), database.call(() -> reports.lock(report.number())));
    }

    /** Asks in another transaction. */
    private int assertEmpty(String sql, Object key) {
        assertEquals(0, (int) CompletableFuture.supplyAsync(() -> database.query(sql, row -> row.getString(1), key).size()).join());
        return 0;
    }

    @Test
    public void aCaseIsAnsweredByWhatWaitsOrWasSent() {
        for (Report.State state : Report.State.values()) {
            Report one = reports.insert(report("440000", state, NOW));
            assertEquals(state.name(), state != Report.State.FAILED && state != Report.State.SKIPPED, reports.isAnswered("c1"));
            assertFalse(reports.isAnswered("c2"));
            database.update("delete from authority_report where id = ?", one.number());
        }
    }

    @Test
    public void aDraftIsDroppedWithItsKey() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        JdbcReportStore keyed = new JdbcReportStore(database, new Samples.KeyedPersonalData(keys));
        keyed.keepDraft("c1", Map.of("Sbrxm", "张小明"), NOW);
        keyed.dropDraft("c1");
        keyed.dropDraft("c1");
        assertEquals(Optional.empty(), keyed.draft("c1"));
        assertEquals(Map.of(), keys.countByMaster());
    }

    @Test
    public void reportsAreListedNewestFirst() {
        List<Long> numbers = IntStream.range(0, 3).mapToObj(i -> reports.insert(report(i == 1 ? "620000" : "440000", Report.State.QUEUED,
            NOW)).number()).toList();
        assertEquals(List.of(numbers.get(2), numbers.get(1)), reports.list(null, 0, 2).stream().map(ReportSummary::number).toList());
        assertEquals(List.of(numbers.get(0)), reports.list(null, numbers.get(1), 2).stream().map(ReportSummary::number).toList());
        assertEquals(List.of(numbers.get(1)), reports.list("620000", 0, 2).stream().map(ReportSummary::number).toList());
    }

    @Test
    public void aListTellsHowReportsStandAndRevealsNone() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        JdbcReportStore keyed = new JdbcReportStore(database, new Samples.KeyedPersonalData(keys));
        Report report = keyed.insert(report("440000", Report.State.QUEUED, NOW));
        Report.Answer done = new Report.Answer("2998", Report.Mender.OPERATOR, new LocalizedText("成", "done"),
            new LocalizedText("无", "no"));
        Report.Answer refused = new Report.Answer("2003", Report.Mender.OPERATOR, new LocalizedText("错", "no"),
            new LocalizedText("改", "do")).at("/Xzly/Ly/1");
        database.call(() -> {
            keyed.divide(report.number(), List.of(new ReportPart("1", "/Xzly/Ly/0"), new ReportPart("2", "/Xzly/Ly/1")));
            return keyed.settle(report.number(), "1");
        });
        keyed.update(report.in(7).with(Report.State.FAILED, List.of(refused, done), NOW.plusSeconds(1)));
        Report other = keyed.insert(report("440000", Report.State.SENT, NOW));
        database.update("update authority_report set document = ?", new Object[] {new byte[0]});
        assertEquals("content that cannot be read is not looked at", List.of(
            new ReportSummary(other.number(), "440000", ReportKind.UNFILED_SITE, "c1", Report.State.SENT, null, 0, "sam", NOW, NOW, 0,
                0, 0),
            new ReportSummary(report.number(), "440000", ReportKind.UNFILED_SITE, "c1", Report.State.FAILED, "2003", 2, "sam", NOW,
                NOW.plusSeconds(1), 7, 2, 1)), keyed.list("440000", 0, 10));
    }

    @Test
    public void noContentIsStoredInClearAndItsKeyGoesWithIt() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        JdbcReportStore keyed = new JdbcReportStore(database, new Samples.KeyedPersonalData(keys));
        keyed.insert(report("440000", Report.State.SENT, NOW));
        keyed.keepDraft("c1", Map.of("Sbrxm", "张小明"), NOW);
        assertEquals(Map.of("m", 2L), keys.countByMaster());
        reports.insert(report("440000", Report.State.QUEUED, NOW));
        reports.keepDraft("c2", Map.of("Sbrxm", "张小明"), NOW);
        database.query("select document from authority_report where state = 'QUEUED' union all select document from report_draft where"
            + " case_id = 'c2'", row -> new String(row.getBytes(1), StandardCharsets.UTF_8)).forEach(document ->
                assertFalse(document, document.contains("张小明") || document.contains("wild.cn")));
        assertEquals("neither what still waits nor what is new", 0, keyed.trim(NOW, 10));
        assertEquals(3, keyed.trim(NOW.plusSeconds(1), 10));
        assertEquals(Map.of(), keys.countByMaster());
        assertEquals("what waits stays", 1, reports.list(null, 0, 10).size());
    }

    @Test
    public void aDraftIsTheLastOneTold() {
        assertEquals(Optional.empty(), reports.draft("c1"));
        reports.keepDraft("c1", Map.of("Ym", "a.cn"), NOW);
        reports.keepDraft("c1", Map.of("Ym", "b.cn", "Baxx", Map.of("Wz_xx", List.of(Map.of("Wzid", 7)))), NOW);
        assertEquals(Optional.of(Map.of("Ym", "b.cn", "Baxx", Map.of("Wz_xx", List.of(Map.of("Wzid", 7))))), reports.draft("c1"));
    }

    @Test
    public void codeTablesKeepEveryVersion() {
        JdbcCodeTableStore tables = new JdbcCodeTableStore(database);
        CodeTable first = table("Dwxz_dms", 1);
        CodeTable second = table("Dwxz_dms", 2);
        CodeTable other = table("Zxly_dms", 1);
        List.of(first, second, other).forEach(tables::insert);
        assertEquals(Optional.of(second), tables.last("440000", "Dwxz_dms"));
        assertEquals(Optional.of(first), tables.version("440000", "Dwxz_dms", 1));
        assertEquals(List.of(second, other), tables.all("440000"));
        assertEquals(List.of(), tables.all("620000"));
    }

    private static CodeTable table(String name, long version) {
        return new CodeTable("440000", name, version, NOW, List.of(new CodeTable.Row(version, 3L, "国防机构", true, Map.of("Bz", "注")),
            new CodeTable.Row(9, null, "其他", false, Map.of())));
    }
}
