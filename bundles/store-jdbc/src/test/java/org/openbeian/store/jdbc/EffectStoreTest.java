package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;

public class EffectStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04.123456Z");

    private JdbcEffectStore effects;

    @Before
    public void createStore() {
        effects = new JdbcEffectStore(database);
    }

    @Test
    public void keepsEffectsAndLeavesOutKnownKeys() {
        Effect one = Samples.effect("channel:email", "k1");
        effects.add(List.of(one, Samples.effect("channel:email", "k2"), one));
        database.call(() -> {
            effects.add(List.of(one, Samples.effect("channel:email", "k3")));
            return null;
        });
        List<Effect> head = effects.head("channel:email", Samples.NOW, 10);
        assertEquals(List.of("k1", "k2", "k3"), keys(head));
        Effect first = head.get(0);
        assertEquals(one.data(), first.data());
        assertEquals(one.orderId(), first.orderId());
        assertEquals(Optional.of(first), effects.find(first.id()));
    }

    @Test
    public void wakesTheLaneAfterTheCommitOnly() {
        List<String> woken = new ArrayList<>();
        database.wakeups().onLane(woken::add);
        database.call(() -> {
            effects.add(List.of(Samples.effect("channel:email", "k1")));
            assertEquals(List.of(), woken);
            return null;
        });
        assertEquals(List.of("channel:email"), woken);
    }

    @Test
    public void aWaitingEffectHoldsNobodyUpAndComesBack() {
        effects.add(List.of(effect("k1"), effect("k2")));
        long first = effects.head("l", NOW, 1).get(0).id();
        effects.retry(first, NOW.plusSeconds(60), "mailbox full", NOW);
        assertEquals(List.of("k2"), keys(effects.head("l", NOW, 10)));
        assertEquals(List.of("l"), effects.dueLanes(NOW));
        effects.done(List.of(effects.head("l", NOW, 1).get(0).id()), NOW);
        assertEquals(List.of(), effects.dueLanes(NOW));
        assertEquals(Map.of("l", NOW.plusSeconds(60)), effects.nextDue());
        assertEquals(List.of("l"), effects.dueLanes(NOW.plusSeconds(60)));
        EffectFailure failure = effects.failures(10).get(0);
        assertEquals("mailbox full", failure.cause());
        assertEquals(1, failure.effect().attempts());
        assertFalse(failure.gaveUp());
        effects.reopen(first, NOW);
        assertEquals(List.of("k1"), keys(effects.head("l", NOW, 10)));
    }

    @Test
    public void whatGaveUpIsListedUntilOpenedAgain() {
        effects.add(List.of(effect("k1")));
        long id = effects.head("l", NOW, 1).get(0).id();
        effects.giveUp(id, "refused", NOW);
        assertEquals(List.of(), effects.head("l", NOW, 10));
        assertEquals(Map.of(), effects.nextDue());
        assertTrue(effects.failures(10).get(0).gaveUp());
        assertEquals(new LaneStatus("l", null, 0, 1, null), effects.lanes().get(0));
        effects.reopen(id, NOW);
        assertEquals(List.of("k1"), keys(effects.head("l", NOW, 10)));
        effects.done(List.of(id), NOW);
        effects.reopen(id, NOW);
        assertEquals(List.of(), effects.head("l", NOW, 10));
        assertEquals(Optional.empty(), effects.find(id));
    }

    @Test
    public void aPausedLaneIsNeitherLockedNorDue() {
        effects.add(List.of(effect("k1")));
        effects.setPaused("l", "maintenance");
        effects.setPaused("l", "maintenance until noon");
        assertEquals(Map.of("l", "maintenance until noon"), effects.paused());
        assertFalse(database.call(() -> effects.lock("l")));
        assertEquals(List.of(), effects.dueLanes(NOW));
        assertEquals(Map.of(), effects.nextDue());
        assertEquals(new LaneStatus("l", "maintenance until noon", 1, 0, NOW), effects.lanes().get(0));
        effects.setPaused("l", null);
        assertTrue(database.call(() -> effects.lock("l")));
        assertEquals(List.of("l"), effects.dueLanes(NOW));
    }

    @Test
    public void aLaneAtWorkCanBePausedWithoutWaiting() throws Exception {
        effects.add(List.of(effect("k1")));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            database.call(() -> {
                assertTrue(effects.lock("l"));
                assertFalse("held by this transaction", get(other.submit(() -> database.call(() -> effects.lock("l")))));
                get(other.submit(() -> effects.setPaused("l", "operator")));
                return null;
            });
        } finally {
            other.shutdownNow();
        }
        assertEquals("operator", effects.lanes().get(0).pausedReason());
    }

    @Test
    public void lanesAreExclusiveAndInOrderUnderFourThreads() throws Exception {
        int lanes = 3;
        int perLane = 200;
        fill(lanes, perLane);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Set<String> holding = ConcurrentHashMap.newKeySet();
        AtomicInteger clashes = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> workers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            workers.add(threads.submit(() -> {
                start.await();
                while (seen.size() < lanes * perLane) {
                    for (int lane = 0; lane < lanes; lane++) {
                        drain("lane" + lane, seen, holding, clashes);
                    }
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> worker : workers) {
            worker.get(60, TimeUnit.SECONDS);
        }
        threads.shutdownNow();
        assertEquals(0, clashes.get());
        assertEquals(lanes * perLane, seen.size());
        for (int lane = 0; lane < lanes; lane++) {
            String prefix = "k" + lane + "-";
            List<String> ofLane = seen.stream().filter(key -> key.startsWith(prefix)).toList();
            assertEquals(ofLane.stream().sorted().toList(), ofLane);
            assertEquals(perLane, ofLane.size());
        }
    }

    @Test
    public void trimsOnlyWhatIsDoneLongEnough() {
        effects.add(List.of(effect("k1"), effect("k2"), effect("k3")));
        List<Effect> head = effects.head("l", NOW, 10);
        effects.done(List.of(head.get(0).id()), NOW);
        effects.done(List.of(head.get(1).id()), NOW.plus(Duration.ofDays(2)));
        assertEquals(1, effects.trim(NOW.plus(Duration.ofDays(1)), 10));
        assertEquals(0, effects.trim(NOW.plus(Duration.ofDays(1)), 10));
        assertEquals(List.of("k3"), keys(effects.head("l", NOW, 10)));
    }

    private void fill(int lanes, int perLane) {
        List<Effect> all = new ArrayList<>();
        for (int i = 0; i < perLane; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                all.add(effect("lane" + lane, "k" + lane + "-" + String.format("%04d", i)));
            }
        }
        effects.add(all);
    }

    private void drain(String lane, List<String> seen, Set<String> holding, AtomicInteger clashes) {
        database.call(() -> {
            if (!effects.lock(lane)) {
                return null;
            }
            if (!holding.add(lane)) {
                clashes.incrementAndGet();
            }
            List<Effect> head = effects.head(lane, NOW, 10);
            effects.done(head.stream().map(Effect::id).toList(), NOW);
            seen.addAll(keys(head));
            holding.remove(lane);
            return null;
        });
    }

    private static Effect effect(String key) {
        return effect("l", key);
    }

    private static Effect effect(String lane, String key) {
        return new Effect(0, lane, "message", "order-1", key, null, 0, NOW, NOW);
    }

    private static List<String> keys(List<Effect> effects) {
        return effects.stream().map(Effect::key).toList();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
