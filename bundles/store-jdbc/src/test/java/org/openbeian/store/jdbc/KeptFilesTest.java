package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.report.Report;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.ExchangeStore.UploadFile;
import org.openbeian.testkit.Requirement;

/** How long files of authorities are kept, and how they are listed. */
@Requirement("T-39")
public class KeptFilesTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");
    private static final PersonalData PERSONAL = new Samples.FakePersonalData();

    /** Three months are 92 days at most, and no configuration keeps files for less. */
    @Test
    public void filesAreKeptForThreeMonthsAtLeast() {
        Instant sent = Instant.parse("2026-07-01T00:00:00Z");
        ManualClock clock = new ManualClock(sent);
        JdbcExchangeStore exchange = new JdbcExchangeStore(database, PERSONAL);
        exchange.prepare(new UploadFile("440000", 1, new byte[1], "d", List.of(1L), sent));
        exchange.accepted("440000", 1, sent);
        exchange.received("440000", new ResultFile("r1", new byte[1], "d", false), sent);
        exchange.applied("440000", "r1", sent);
        JdbcReportStore reports = new JdbcReportStore(database, PERSONAL);
        Report report = reports.insert(ReportStoreTest.report("440000", Report.State.SENT, sent));
        StoreSettings shortest = new StoreSettings();
        shortest.configure(StoreSettingsTest.config(Map.of("keep_files_days", 92)));
        StoreTrimmer trimmer = new StoreTrimmer(database, new JdbcEffectStore(database), exchange,
            new JdbcIdempotencyStore(database, PERSONAL), new JdbcAuditStore(database), reports, shortest, null, clock);
        clock.advance(Duration.between(sent, Instant.parse("2026-09-30T00:00:00Z")));
        trimmer.run("all");
        assertTrue("a day before three months are over", exchange.file("440000", 1).isPresent());
        assertFalse("a file that is there is not taken again", exchange.received("440000", new ResultFile("r1", new byte[1], "d", false),
            clock.instant()));
        assertTrue(reports.find(report.number()).isPresent());
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        trimmer.run("all");
        assertFalse(exchange.file("440000", 1).isPresent());
        assertEquals(List.of(), exchange.files("440000", 10));
        assertFalse(reports.find(report.number()).isPresent());
    }

    @Test
    public void filesAreListedWithWhatNobodyHandles() {
        JdbcExchangeStore exchange = new JdbcExchangeStore(database, PERSONAL);
        exchange.prepare(new UploadFile("440000", 1, new byte[1], "d", List.of(1L), NOW));
        exchange.received("440000", new ResultFile("1.xml", new byte[1], "d", false), NOW.plusSeconds(1));
        exchange.noted("440000", "1.xml", List.of("YM", "SJTB/IP"));
        exchange.applied("440000", "1.xml", NOW.plusSeconds(2));
        exchange.received("440000", new ResultFile("2.xml", new byte[1], "d", false), NOW.plusSeconds(3));
        exchange.damaged("440000", "2.xml", "torn", NOW);
        assertEquals(List.of(new KeptFile("440000", "2.xml", false, KeptFile.State.DAMAGED, NOW.plusSeconds(3), null, List.of("torn")),
            new KeptFile("440000", "1.xml", false, KeptFile.State.APPLIED, NOW.plusSeconds(1), NOW.plusSeconds(2),
                List.of("YM", "SJTB/IP")),
            new KeptFile("440000", "1", true, KeptFile.State.PENDING, NOW, null, List.of())), exchange.files("440000", 10));
        exchange.dismiss("440000", "2.xml", "told by phone", NOW.plusSeconds(4));
        exchange.accepted("440000", 1, NOW.plusSeconds(5));
        assertEquals(List.of(KeptFile.State.DISMISSED, KeptFile.State.APPLIED, KeptFile.State.ACCEPTED),
            exchange.files("440000", 10).stream().map(KeptFile::state).toList());
        assertEquals(1, exchange.files("440000", 1).size());
        exchange.noted("440000", "1.xml", IntStream.range(0, 1000).mapToObj(i -> "part " + i).toList());
        List<String> cut = exchange.files("440000", 10).get(1).notes();
        assertEquals("what finds no room is said to be more", "…", cut.get(cut.size() - 1));
    }
}
