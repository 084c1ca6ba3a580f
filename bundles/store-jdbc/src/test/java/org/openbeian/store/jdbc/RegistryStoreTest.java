package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.registry.PublicRegistry.By;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicQuestion;
import org.openbeian.api.registry.PublicRegistry.PublicUnit;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.store.RegistryStore;
import org.openbeian.api.store.Retention.Rule;

public class RegistryStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    private static KeptAnswer seen(String id, Verdict verdict, Instant asOf, List<PublicEntry> entries) {
        return new KeptAnswer(id, new PublicQuestion(By.DOMAIN, "a.cn"), verdict, asOf, entries, "sam", NOW, "words", null);
    }

    @Test
    public void answersOfThePublicRegisterAreFoundByTheirMark() {
        JdbcRegistryStore store = new JdbcRegistryStore(database, new Samples.FakePersonalData());
        KeptAnswer found = seen("01", Verdict.FOUND, NOW, List.of(new PublicEntry(
            new PublicUnit("张三", null), "粤ICP备1号", null, null, List.of("a.cn"))));
        store.insert(found, "a.cn");
        store.insert(seen("02", Verdict.NOT_FOUND, NOW.minusSeconds(9), List.of()), "a.cn");
        store.insert(seen("03", Verdict.UNKNOWN, NOW.plusSeconds(9), List.of()), "a.cn");
        store.insert(seen("04", Verdict.NOT_FOUND, NOW.plusSeconds(9), List.of()), "b.cn");
        assertEquals("the latest that says something", Optional.of(found), store.latest(By.DOMAIN, "a.cn"));
        assertEquals(Optional.empty(), store.latest(By.NUMBER, "a.cn"));
        assertEquals(List.of("04", "03", "02"), store.list(null, 3).stream().map(KeptAnswer::id).toList());
        assertEquals(List.of(found), store.list("02", 3));
        KeptAnswer proved = new KeptAnswer("01", found.question(), Verdict.FOUND, NOW, found.entries(), "sam", NOW, "words", "image/png");
        assertTrue(store.prove(proved));
        assertFalse("once", store.prove(proved));
        assertEquals(Optional.of(proved), store.find("01"));
    }

    @Test
    public void answersGoInTimeWithTheirPicturesAndKeys() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        Samples.KeyedPersonalData keyed = new Samples.KeyedPersonalData(keys);
        JdbcRegistryStore store = new JdbcRegistryStore(database, keyed);
        JdbcBlobStore blobs = new JdbcBlobStore(database, keyed);
        store.insert(seen("01", Verdict.NOT_FOUND, NOW, List.of()), "a.cn");
        store.insert(seen("02", Verdict.NOT_FOUND, NOW.plus(Duration.ofDays(1)), List.of()), "a.cn");
        blobs.put("registry-01", "registry:01", new byte[] {1});
        blobs.put("registry-02", "registry:02", new byte[] {1});
        ManualClock clock = new ManualClock(NOW.plus(Duration.ofDays(365)).plusSeconds(1));
        StoreTrimmer trimmer = new StoreTrimmer(database, new JdbcEffectStore(database), new JdbcExchangeStore(database, keyed),
            new JdbcIdempotencyStore(database, keyed), new JdbcAuditStore(database),
            new JdbcReportStore(database, keyed), new StoreSettings(), null, clock);
        Rule due = new Rule("registry answers", 365, 1);
        assertTrue(trimmer.plan().contains(due));
        assertTrue(trimmer.run().contains(due));
        assertEquals(List.of("02"), store.list(null, 10).stream().map(KeptAnswer::id).toList());
        assertEquals(Optional.empty(), keys.find("registry:01"));
        assertTrue(keys.find("registry:02").isPresent());
        Contents contents = new Contents(database);
        assertEquals("pictures", List.of(0, 1), List.of(contents.removeAll("registry:01"), contents.removeAll("registry:02")));
    }

    @Test
    public void anErasureTakesEveryAnswerThatNamesTheOrganizer() {
        Samples.KeyedPersonalData keyed = new Samples.KeyedPersonalData(new JdbcDataKeyStore(database));
        JdbcRegistryStore store = new JdbcRegistryStore(database, keyed);
        KeptAnswer both = seen("01", Verdict.FOUND, NOW, List.of(entry("粤ICP备1号"), entry("粤ICP备2号")));
        store.insert(both, "a.cn");
        store.insert(seen("02", Verdict.FOUND, NOW, List.of(entry("粤ICP备2号"))), "a.cn");
        store.insert(seen("03", Verdict.FOUND, NOW, List.of(entry("粤ICP备1号"))), "a.cn");
        store.insert(seen("04", Verdict.NOT_FOUND, NOW, List.of()), "a.cn");
        new JdbcBlobStore(database, keyed).put("registry-01", RegistryStore.owner(both), new byte[] {1});
        JdbcErasureStore erasures = new JdbcErasureStore(database, keyed);
        assertEquals(Long.valueOf(2), database.call(() -> erasures.strip(ErasureKind.ORGANIZER, "粤ICP备2号",
            erasures.belongings(ErasureKind.ORGANIZER, "粤ICP备2号"))).get("registry answers"));
        assertEquals(List.of("04", "03"), store.list(null, 10).stream().map(KeptAnswer::id).toList());
        assertEquals("its picture", 0, new Contents(database).removeAll(RegistryStore.owner(both)));
    }

    private static PublicEntry entry(String organizerNumber) {
        return new PublicEntry(new PublicUnit("张三", null), organizerNumber, null, null, List.of("a.cn"));
    }
}
