package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.store.AuditStore.Chain;

public class AuditStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04.567Z");

    private JdbcAuditStore store;

    @Before
    public void begin() {
        store = new JdbcAuditStore(database);
        database.update("update audit_chain set first_no = 1, first_previous = ?, last_no = 0, last_hash = ?", ChainHash.START,
            ChainHash.START);
    }

    @Test
    public void anEntryComesBackAsItWasSealed() {
        AuditEntry full = entry("sue", "order.reveal", "order", "o1", 0);
        AuditEntry bare = new AuditEntry(0, NOW, "system", "system", "start", null, null, null, Map.of(), null, null);
        store.add(full);
        store.add(bare);
        Map<Long, AuditEntry> open = store.open(10);
        assertEquals(List.of(full, bare), List.copyOf(open.values()));
        assertEquals(1, store.open(1).size());
        assertEquals("open ones are not listed", List.of(), store.list(AuditQuery.newest(10)));
        seal();
        assertEquals(List.of(), List.copyOf(store.open(10).values()));
        assertEquals(new Chain(1, ChainHash.START, 2, "h2"), store.chain());
        AuditEntry back = store.from(1, 10).get(0);
        assertEquals(sealed(full, 1), back);
        assertEquals("its text, hashed, is the same", full.at().toString(), back.at().toString());
        assertEquals(List.of(sealed(bare, 2)), store.from(2, 10));
    }

    @Test
    public void whatIsSealedStays() {
        store.add(entry("sue", "a", null, null, 0));
        Map<Long, AuditEntry> first = store.open(1);
        seal();
        Map<Long, AuditEntry> again = new LinkedHashMap<>();
        first.forEach((id, e) -> again.put(id, sealed(e, 9)));
        store.seal(again, store.chain());
        assertEquals(1, store.from(1, 10).get(0).no());
    }

    @Test
    public void entriesAreFoundByEachPartOfTheQuestion() {
        store.add(entry("sue", "order.reveal", "order", "o1", 0));
        store.add(entry("sue", "order.show", "order", "o2", 10));
        store.add(entry("tom", "account.lock", "account", "sue", 20));
        store.add(entry("tom", "order.reveal", "order", "o1", 30));
        seal();
        assertEquals(List.of(4L, 3L, 2L, 1L), find(AuditQuery.newest(10)));
        assertEquals(List.of(4L, 1L), find(AuditQuery.about("order", "o1", 10)));
        assertEquals(List.of(2L, 1L), find(new AuditQuery("sue", null, null, null, null, null, 0, 10)));
        assertEquals(List.of(4L, 2L, 1L), find(new AuditQuery(null, "order.*", null, null, null, null, 0, 10)));
        assertEquals(List.of(3L), find(new AuditQuery(null, "account.lock", null, null, null, null, 0, 10)));
        assertEquals(List.of(3L, 2L), find(new AuditQuery(null, null, null, null, NOW.plusSeconds(10), NOW.plusSeconds(30), 0, 10)));
        assertEquals(List.of(2L, 1L), find(new AuditQuery(null, null, null, null, null, null, 3, 10)));
        assertEquals(List.of(4L), find(AuditQuery.newest(1)));
    }

    @Test
    public void theOldestAreRemovedInTheOpen() {
        for (int i = 0; i < 5; i++) {
            store.add(entry("sue", "a", null, null, i));
        }
        seal();
        assertEquals(0, store.trim(NOW, 10));
        assertEquals(2, store.trim(NOW.plusSeconds(3), 2));
        assertEquals(1, store.trim(NOW.plusSeconds(3), 2));
        assertEquals(0, store.trim(NOW.plusSeconds(3), 2));
        assertEquals(List.of(5L, 4L), find(AuditQuery.newest(10)));
        assertEquals(new Chain(4, "h3", 5, "h5"), store.chain());
        List<AuditEntry> told = List.copyOf(store.open(10).values());
        assertEquals("system audit.cut 4 {previousHash=h3, removed=1}", told.get(1).account() + " " + told.get(1).action() + " "
            + told.get(1).objectId() + " " + new TreeMap<>(told.get(1).details()));
        assertEquals("whatever is left", 2, store.trim(NOW.plusSeconds(99), 10));
        assertEquals(new Chain(6, "h5", 5, "h5"), store.chain());
    }

    /** The entry and what it tells of exist both or not at all. */
    @Test
    public void anEntryFallsWithItsTransaction() {
        assertThrows(IllegalArgumentException.class, () -> database.call(() -> {
            store.add(entry("sue", "a", null, null, 0));
            throw new IllegalArgumentException("no");
        }));
        assertEquals(0, store.open(10).size());
    }

    @Test
    public void recordingDoesNotWaitForASeal() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            database.call(() -> {
                store.lock();
                Future<?> recording = other.submit(() -> store.add(entry("sue", "a", null, null, 0)));
                try {
                    return recording.get(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertEquals(1, store.open(10).size());
            assertThrows(IllegalStateException.class, store::lock);
        } finally {
            other.shutdownNow();
        }
    }

    private List<Long> find(AuditQuery query) {
        return store.list(query).stream().map(AuditEntry::no).toList();
    }

    private void seal() {
        database.call(() -> {
            Chain chain = store.lock();
            Map<Long, AuditEntry> sealed = new LinkedHashMap<>();
            store.open(100).forEach((id, e) -> sealed.put(id, sealed(e, chain.lastNo() + 1 + sealed.size())));
            long last = chain.lastNo() + sealed.size();
            store.seal(sealed, new Chain(chain.firstNo(), chain.firstPrevious(), last, "h" + last));
            return null;
        });
    }

    private static AuditEntry sealed(AuditEntry e, long no) {
        return new AuditEntry(no, e.at(), e.account(), e.origin(), e.action(), e.objectKind(), e.objectId(), e.reason(),
            e.details(), "h" + (no - 1), "h" + no);
    }

    private static AuditEntry entry(String account, String action, String kind, String id, int second) {
        return new AuditEntry(0, NOW.plusSeconds(second), account, "203.0.113.9", action, kind, id, "it's why",
            Map.of("fields", "mobile, email", "n", "2"), null, null);
    }
}
