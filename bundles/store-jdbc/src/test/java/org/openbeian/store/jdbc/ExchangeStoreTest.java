package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.store.ExchangeStore.UploadFile;

public class ExchangeStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    private JdbcExchangeStore exchange;

    @Before
    public void createStore() {
        exchange = new JdbcExchangeStore(database, new Samples.FakePersonalData());
    }

    @Test
    public void numbersFollowWithoutGapsAndOneFileIsPending() {
        assertEquals(0, exchange.lastAccepted("440000"));
        assertThrows("a gap", IllegalStateException.class, () -> exchange.prepare(file(2)));
        exchange.prepare(file(1));
        assertThrows("one is pending", IllegalStateException.class, () -> exchange.prepare(file(1)));
        assertThrows("one is pending", IllegalStateException.class, () -> exchange.prepare(file(2)));
        UploadFile pending = exchange.pending("440000").orElseThrow();
        assertArrayEquals(file(1).file(), pending.file());
        assertEquals(List.of(7L, 8L), pending.submissions());
        assertEquals(NOW, pending.preparedAt());
        assertTrue(exchange.accepted("440000", 1, NOW));
        assertEquals(Optional.empty(), exchange.pending("440000"));
        assertEquals(1, exchange.lastAccepted("440000"));
        assertFalse("accepted already", exchange.accepted("440000", 1, NOW));
        assertThrows("taken", IllegalStateException.class, () -> exchange.prepare(file(1)));
        exchange.prepare(file(2));
        assertEquals("d1", exchange.file("440000", 1).orElseThrow().digest());
        assertEquals(0, exchange.lastAccepted("620000"));
    }

    @Test
    public void aFileOfReportsHasNoSubmission() {
        exchange.prepare(new UploadFile("440000", 1, bytes("reports"), "d1", List.of(), NOW));
        assertEquals(List.of(), exchange.pending("440000").orElseThrow().submissions());
    }

    @Test
    public void whatAFileLeavesOutIsKeptWithIt() {
        Map<Long, List<String>> leftOut = LongStream.range(0, 1000).boxed().collect(Collectors.toMap(no -> no, no -> Collections.nCopies(20,
            "/organizer/principal/emergencyContact")));
        exchange.prepare(new UploadFile("440000", 1, bytes("filings"), "d1", List.of(7L, 8L), NOW, leftOut));
        assertEquals(leftOut, exchange.pending("440000").orElseThrow().notSent());
        exchange.accepted("440000", 1, NOW);
        exchange.prepare(file(2));
        assertEquals(Map.of(), exchange.pending("440000").orElseThrow().notSent());
    }

    @Test
    public void aDroppedNumberBecomesFreeAndAnAcceptedOneIsNeverDropped() {
        exchange.prepare(file(1));
        exchange.drop("440000", 1);
        assertEquals(Optional.empty(), exchange.pending("440000"));
        exchange.prepare(file(1));
        exchange.accepted("440000", 1, NOW);
        exchange.drop("440000", 1);
        assertTrue(exchange.file("440000", 1).isPresent());
    }

    @Test
    public void aResultFileIsTakenUntilItIsApplied() {
        ResultFile file = new ResultFile("r1", bytes("content"), "digest", false);
        assertTrue(exchange.received("440000", file, NOW));
        assertTrue("came again before it was applied", exchange.received("440000", file, NOW));
        exchange.damaged("440000", "r1", "broken archive", NOW);
        assertTrue("may come again whole", exchange.received("440000", file, NOW));
        exchange.applied("440000", "r1", NOW);
        assertFalse(exchange.received("440000", file, NOW));
        assertTrue("the same name elsewhere", exchange.received("620000", file, NOW));
    }

    @Test
    public void remembersWhenResultsWereFetched() {
        assertEquals(Optional.empty(), exchange.lastFetched("440000"));
        exchange.fetched("440000", NOW);
        exchange.fetched("440000", NOW.plusSeconds(1));
        assertEquals(Optional.of(NOW.plusSeconds(1)), exchange.lastFetched("440000"));
    }

    @Test
    public void trimmedFilesLeaveTheirNumbers() {
        exchange.prepare(file(1));
        exchange.accepted("440000", 1, NOW);
        exchange.prepare(file(2));
        exchange.received("440000", new ResultFile("r1", bytes("a"), "d", false), NOW);
        exchange.received("440000", new ResultFile("r2", bytes("a"), "d", false), NOW);
        exchange.applied("440000", "r1", NOW);
        assertEquals(0, exchange.trim(NOW, 10));
        assertEquals(2, exchange.trim(NOW.plus(Duration.ofDays(120)), 10));
        assertEquals(Optional.empty(), exchange.file("440000", 1));
        assertEquals(1, exchange.lastAccepted("440000"));
        assertEquals(2, exchange.pending("440000").orElseThrow().sequence());
    }

    @Test
    public void eachFileHasAKeyOfItsOwnThatGoesWithIt() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        JdbcExchangeStore protectedFiles = new JdbcExchangeStore(database, new Samples.KeyedPersonalData(keys));
        protectedFiles.prepare(file(1));
        protectedFiles.drop("440000", 1);
        assertEquals("a dropped file", Map.of(), keys.countByMaster());
        protectedFiles.prepare(file(1));
        protectedFiles.accepted("440000", 1, NOW);
        protectedFiles.received("440000", new ResultFile("r1", bytes("a"), "d", false), NOW);
        protectedFiles.applied("440000", "r1", NOW);
        assertEquals(Map.of("m", 2L), keys.countByMaster());
        assertEquals(2, protectedFiles.trim(NOW.plus(Duration.ofDays(120)), 10));
        assertEquals("trimmed files", Map.of(), keys.countByMaster());
    }

    @Test
    public void aResultFileIsOpenUntilItIsAppliedOrDismissed() {
        for (String name : List.of("1.xml", "2.xml")) {
            exchange.received("440000", new ResultFile(name, bytes(name), "d", false), NOW);
        }
        exchange.damaged("440000", "2.xml", "torn", NOW);
        assertEquals(List.of("1.xml null", "2.xml torn"), open("440000"));
        exchange.applied("440000", "1.xml", NOW);
        assertEquals(List.of("2.xml torn"), open(null));
        assertEquals(List.of(), open("620000"));
        assertFalse("it is applied", exchange.dismiss("440000", "1.xml", "x", NOW));
        assertTrue(exchange.dismiss("440000", "2.xml", "told by phone", NOW));
        assertFalse("it is dismissed already", exchange.dismiss("440000", "2.xml", "x", NOW));
        assertEquals(List.of(), open("440000"));
        exchange.received("440000", new ResultFile("2.xml", bytes("again"), "d", false), NOW);
        assertEquals("it came again", List.of("2.xml null"), open("440000"));
        exchange.dismiss("440000", "2.xml", "told by phone", NOW);
        assertEquals("both are old enough", 2, exchange.trim(NOW.plusSeconds(1), 10));
    }

    private List<String> open(String authority) {
        return exchange.openResults(authority).stream().map(file -> file.name() + " " + file.reason()).toList();
    }

    @Test
    public void keepsNoFileInClear() {
        exchange.prepare(new UploadFile("440000", 1, bytes("张小明 13800000000"), "d", List.of(1L), NOW));
        String id = database.first("select content_id from upload_file", row -> row.getString(1)).orElseThrow();
        byte[] stored = new Contents(database).get(id, "upload:440000:1");
        assertFalse(new String(stored, StandardCharsets.UTF_8).contains("13800000000"));
    }

    private static UploadFile file(long sequence) {
        return new UploadFile("440000", sequence, bytes("file " + sequence), "d" + sequence, List.of(7L, 8L), NOW);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
