package org.openbeian.security.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditProof;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AuditStore;
import org.openbeian.api.store.AuditStore.Chain;

public class ChainedAuditTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04.567Z");
    private static final Actor SUE = new Actor("sue", Set.of(Role.SPECIALIST), "203.0.113.9");

    private final FakeAuditStore store = new FakeAuditStore();
    private final ChainedAudit audit = at(NOW);

    @After
    public void stop() {
        audit.stop();
    }

    @Test
    public void anEntrySaysWhoDidWhatWhenAndWhy() {
        audit.record(SUE, "order.reveal", "order", "o1", "the applicant 13812345678 asked", Map.of("fields", "mobile"));
        AuditEntry entry = audit.list(AuditQuery.newest(10)).get(0);
        assertEquals(new AuditEntry(1, NOW, "sue", "203.0.113.9", "order.reveal", "order", "o1",
            "the applicant 138******78 asked", Map.of("fields", "mobile"), ChainHash.START, entry.hash()), entry);
        assertEquals(64, entry.hash().length());
    }

    @Test
    public void recordingSealsNothingAndTheTickerSealsItAll() throws InterruptedException {
        record(3);
        assertEquals(0, store.sealed.size());
        ChainedAudit ticking = new ChainedAudit(store, store, fixed(NOW), 1);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (store.chain.lastNo() < 3 && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        ticking.stop();
        assertEquals(3, store.chain.lastNo());
    }

    @Test
    public void aWholeChainHoldsAcrossPortions() {
        record(1200);
        List<ChainReport> progress = new ArrayList<>();
        assertEquals(new ChainReport(1, 1200, List.of()), audit.verify(progress::add));
        assertEquals(3, progress.size());
        assertEquals(0, new ChainedAudit(new FakeAuditStore(), store, fixed(NOW), 0).verify(report -> { }).entries());
    }

    @Test
    public void alterationIsFound() {
        for (AuditEntry forged : forgeries()) {
            store.sealed.clear();
            store.chain = new Chain(1, ChainHash.START, 0, ChainHash.START);
            record(5);
            AuditEntry e = audit.list(AuditQuery.newest(10)).get(2);
            store.sealed.put(3L, new AuditEntry(3, forged.at(), forged.account(), forged.origin(), forged.action(),
                forged.objectKind(), forged.objectId(), forged.reason(), forged.details(), e.previousHash(), e.hash()));
            assertEquals(List.of("entry 3 was changed"), faults());
        }
    }

    @Test
    public void anAlterationWithAHashOfItsOwnIsFound() {
        assertTampered("entry 4 does not follow the one before", sealed -> {
            AuditEntry e = sealed.get(2);
            AuditEntry open = new AuditEntry(3, e.at(), "eve", e.origin(), e.action(), e.objectKind(), e.objectId(), e.reason(),
                e.details(), e.previousHash(), null);
            store.sealed.put(3L, new AuditEntry(3, e.at(), "eve", e.origin(), e.action(), e.objectKind(), e.objectId(),
                e.reason(), e.details(), e.previousHash(), ChainedAudit.hash(open)));
        });
    }

    @Test
    public void removalIsFound() {
        assertTampered("entry 3 is missing", sealed -> store.sealed.remove(3L));
        assertTampered("entries 2 to 3 are missing", sealed -> store.sealed.keySet().removeAll(Set.of(2L, 3L)));
        assertTampered("entry 1 is missing", sealed -> store.sealed.remove(1L));
    }

    @Test
    public void reorderingIsFound() {
        store.sealed.clear();
        record(5);
        audit.seal();
        AuditEntry second = store.sealed.get(2L);
        AuditEntry third = store.sealed.get(3L);
        store.sealed.put(2L, numbered(third, 2));
        store.sealed.put(3L, numbered(second, 3));
        assertEquals(List.of("entry 2 does not follow the one before", "entry 2 was changed",
            "entry 3 does not follow the one before", "entry 3 was changed", "entry 4 does not follow the one before"), faults());
    }

    @Test
    public void insertionIsFound() {
        assertTampered("entries 6 to 6 were put in behind the end",
            sealed -> store.sealed.put(6L, link(sealed.get(4), 6)));
        assertTampered("entry 3 does not follow the one before", sealed -> store.sealed.put(2L, link(sealed.get(0), 2)));
    }

    @Test
    public void truncationIsFound() {
        assertTampered("the end was cut off: entries 4 to 5 are missing", sealed -> store.sealed.tailMap(4L).clear());
        assertTampered("the end was cut off: entries 1 to 5 are missing", sealed -> store.sealed.clear());
        assertTampered("entries before 3 are missing and no entry tells of their removal", sealed -> {
            store.sealed.headMap(3L).clear();
            store.chain = new Chain(3, sealed.get(1).hash(), 5, sealed.get(4).hash());
        });
    }

    @Test
    public void aForgedEndShowsAgainstAProofKeptElsewhere() {
        record(5);
        List<AuditEntry> exported = new ArrayList<>();
        AuditProof proof = audit.export(1, exported::add);
        assertEquals(new AuditProof(5, exported.get(4).hash()), proof);
        assertTrue(audit.confirms(proof));
        record(2);
        audit.seal();
        assertTrue("more entries do not matter", audit.confirms(proof));
        store.sealed.tailMap(5L).clear();
        AuditEntry fourth = store.sealed.get(4L);
        store.chain = new Chain(1, ChainHash.START, 4, fourth.hash());
        assertEquals("the chain itself was forged well", List.of(), faults());
        assertFalse(audit.confirms(proof));
        assertFalse(audit.confirms(new AuditProof(4, "0")));
        assertNull(audit.export(6, entry -> { }));
    }

    @Test
    public void aBeginningThatAnEntryTellsOfIsNoFault() {
        record(3);
        audit.seal();
        String before = store.sealed.get(2L).hash();
        store.sealed.headMap(3L).clear();
        store.chain = new Chain(3, before, 3, store.chain.lastHash());
        audit.record(Actor.SYSTEM, AuditStore.CUT, "audit", "3", null, Map.of("previousHash", before));
        assertEquals(new ChainReport(1, 2, List.of()), audit.verify(report -> { }));
        store.chain = new Chain(3, "0".repeat(64), 4, store.chain.lastHash());
        assertEquals("another hash than was told", 2, faults().size());
    }

    private void assertTampered(String fault, Consumer<List<AuditEntry>> tampering) {
        store.sealed.clear();
        store.chain = new Chain(1, ChainHash.START, 0, ChainHash.START);
        record(5);
        audit.seal();
        tampering.accept(new ArrayList<>(store.sealed.values()));
        assertTrue(faults().toString(), faults().contains(fault));
    }

    private List<AuditEntry> forgeries() {
        return List.of(entry(NOW.plusMillis(1), "sue", "203.0.113.9", "a", "order", "o1", "why", Map.of("k", "v")),
            entry(NOW, "eve", "203.0.113.9", "a", "order", "o1", "why", Map.of("k", "v")),
            entry(NOW, "sue", "203.0.113.8", "a", "order", "o1", "why", Map.of("k", "v")),
            entry(NOW, "sue", "203.0.113.9", "b", "order", "o1", "why", Map.of("k", "v")),
            entry(NOW, "sue", "203.0.113.9", "a", "account", "o1", "why", Map.of("k", "v")),
            entry(NOW, "sue", "203.0.113.9", "a", "order", "o2", "why", Map.of("k", "v")),
            entry(NOW, "sue", "203.0.113.9", "a", "order", "o1", null, Map.of("k", "v")),
            entry(NOW, "sue", "203.0.113.9", "a", "order", "o1", "why", Map.of("k", "w")));
    }

    private static AuditEntry entry(Instant at, String account, String address, String action, String kind, String id,
            String reason, Map<String, String> details) {
        return new AuditEntry(0, at, account, address, action, kind, id, reason, details, null, null);
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            audit.record(SUE, "a", "order", "o1", "why", Map.of("k", "v"));
        }
    }

    private List<String> faults() {
        return audit.verify(report -> { }).faults();
    }

    private static AuditEntry numbered(AuditEntry e, long no) {
        return new AuditEntry(no, e.at(), e.account(), e.origin(), e.action(), e.objectKind(), e.objectId(), e.reason(),
            e.details(), e.previousHash(), e.hash());
    }

    /** A well-made entry behind another. */
    private static AuditEntry link(AuditEntry before, long no) {
        AuditEntry open = new AuditEntry(no, NOW, "eve", "203.0.113.9", "a", null, null, null, Map.of(), before.hash(), null);
        return new AuditEntry(no, NOW, "eve", "203.0.113.9", "a", null, null, null, Map.of(), before.hash(),
            ChainedAudit.hash(open));
    }

    private ChainedAudit at(Instant now) {
        return new ChainedAudit(store, store, fixed(now), 0);
    }

    private static Clock fixed(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
