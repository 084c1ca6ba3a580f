package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.store.StoreUnavailable;

public class StandingTasksTest extends OnBothDatabases {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private StoreWork work;

    @After
    public void stopWork() {
        if (work != null) {
            work.stop();
        }
    }

    @Test
    public void whatStandsIsScheduledWhenItsHandlerComesAndOneThatFailsHoldsNobodyUp() {
        var tasks = new JdbcDurableTasks(database);
        tasks.schedule("watch", "all", START.plusSeconds(60));
        work = new StoreWork(database, new JdbcEffectStore(database), new ManualClock(START), new StoreSettings(
            new StoreSettings.Values(4, 4, 20, 20, "openbeian", false, 5, 10, 60, 30, 120, 365, 1095, 1095, 1826, 365)));
        work.bind(standing("broken", () -> {
            throw new IllegalStateException("no idea");
        }));
        work.bind(standing("silent", () -> null));
        work.bind(standing("endless", () -> Map.of("x".repeat(10_000), START)));
        RecordingTask watch = standing("watch", () -> Map.of("all", START.plusSeconds(600), "other", START));
        work.bind(watch);
        work.activate();
        assertEquals("other", watch.next());
        Await.until("the rest waits", () -> !work.busy());
        assertEquals("what was scheduled stays", Optional.of(START.plusSeconds(60)), work.nextDue());
    }

    @Test
    public void aHandlerIsAskedAgainWhenTheDatabaseWasAway() {
        work = new StoreWork(database, new JdbcEffectStore(database), new ManualClock(START), new StoreSettings(
            new StoreSettings.Values(4, 4, 20, 20, "openbeian", false, 5, 10, 60, 30, 120, 365, 1095, 1095, 1826, 365)));
        AtomicInteger asked = new AtomicInteger();
        RecordingTask watch = standing("watch", () -> {
            if (asked.incrementAndGet() < 3) {
                throw new StoreUnavailable("away", null);
            }
            return Map.of("all", START);
        });
        work.bind(watch);
        work.activate();
        assertEquals("all", watch.next());
        assertEquals(3, asked.get());
    }

    @Test
    public void whoIsAskedWhileTheWorkEndsIsAskedAgainByTheNext() {
        RecordingTask watch = standing("watch", () -> Map.of("all", START));
        StandingTasks ended = new StandingTasks(Duration.ofSeconds(10));
        ended.stop();
        assertEquals("no answer, and no failure", Optional.empty(), ended.of(watch));
        StandingTasks next = new StandingTasks(Duration.ofSeconds(10));
        assertEquals(Map.of("all", START), next.of(watch).orElseThrow());
        next.stop();
    }

    @Test
    public void oneThatHangsHoldsNobodyUpAndIsTakenWhenItAnswers() throws InterruptedException {
        work = new StoreWork(database, new JdbcEffectStore(database), new ManualClock(START), new StoreSettings(
            new StoreSettings.Values(4, 4, 20, 20, "openbeian", false, 5, 10, 60, 30, 120, 365, 1095, 1095, 1826, 365)));
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        RecordingTask hanging = standing("hanging", () -> {
            asked.incrementAndGet();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Map.of("late", START);
        });
        work.bind(hanging);
        RecordingTask[] others = new RecordingTask[5];
        for (int i = 0; i < others.length; i++) {
            others[i] = standing("watch-" + i, () -> Map.of("all", START));
            work.bind(others[i]);
        }
        work.activate();
        for (RecordingTask other : others) {
            assertEquals("all", other.next());
        }
        answer.countDown();
        assertEquals("late", hanging.next());
        assertEquals("asked once", 1, asked.get());
    }

    private static RecordingTask standing(String name, Supplier<Map<String, Instant>> answer) {
        return new RecordingTask(name, true) {
            @Override
            public Map<String, Instant> standing() {
                return answer.get();
            }
        };
    }
}
