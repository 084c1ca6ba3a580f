package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.store.StoreHealth.FailingTask;

public class StoreWorkTest extends OnBothDatabases {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final StoreSettings.Values FAST = new StoreSettings.Values(4, 4, 20, 20, "openbeian", false, 5, 10, 60, 30,
        120, 365, 1095, 1095, 1826, 365);
    private static final StoreSettings.Values AT_ONCE = new StoreSettings.Values(4, 4, 20, 20, "openbeian", false, 5, 0, 0, 30,
        120, 365, 1095, 1095, 1826, 365);
    private static final StoreSettings.Values RESTING = new StoreSettings.Values(4, 4, 20, 20, "openbeian", false, 5, 600, 600, 30,
        120, 365, 1095, 1095, 1826, 365);
    private static final StoreSettings.Values SELDOM = new StoreSettings.Values(4, 4, 60_000, 60_000, "openbeian", false, 5, 10, 60, 30,
        120, 365, 1095, 1095, 1826, 365);

    private final ManualClock clock = new ManualClock(START);
    private JdbcTransactions transactions;
    private JdbcDurableTasks tasks;
    private JdbcEffectStore effects;
    private TaskTable table;
    private StoreWork work;

    @Before
    public void startWork() {
        transactions = new JdbcTransactions(database);
        tasks = new JdbcDurableTasks(database);
        effects = new JdbcEffectStore(database);
        table = new TaskTable(database);
        work = newWork();
        work.activate();
    }

    @After
    public void stopWork() {
        work.stop();
    }

    @Test
    public void runsATaskOfACommittedTransactionOnce() {
        RecordingTask task = bound(new RecordingTask("deadline", true));
        transactions.run(() -> tasks.schedule("deadline", "order-1:7", START));
        assertEquals("order-1:7", task.next());
        Await.until("the row is gone", () -> table.count() == 0);
        assertEquals(0, task.waiting());
    }

    @Test
    public void runsATaskWhenTheVirtualClockReachesItsTime() {
        RecordingTask machine = bound(new RecordingTask("sms-deadline", true));
        RecordingTask person = bound(new RecordingTask("draft-expiry", false));
        tasks.schedule("draft-expiry", "1", START.plusSeconds(60));
        tasks.schedule("sms-deadline", "1", START.plus(Duration.ofHours(24)));
        Await.until("nothing is due", () -> !work.busy());
        assertEquals("only what a machine waits for", Optional.of(START.plus(Duration.ofHours(24))), work.nextDue());
        assertEquals(0, person.waiting());
        clock.advance(Duration.ofHours(24));
        assertEquals("1", machine.next());
        assertEquals("1", person.next());
        Await.until("all is done", () -> !work.busy() && work.nextDue().isEmpty());
    }

    @Test
    public void aTaskAndALaneRunAtOnceAfterAJumpHoweverSeldomTheStoreIsLookedAt() {
        work.stop();
        work = newWork(SELDOM);
        RecordingTask task = bound(new RecordingTask("sms-deadline", true));
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(this::drain));
        work.activate();
        tasks.schedule("sms-deadline", "1", START.plus(Duration.ofHours(24)));
        effects.add(List.of(new Effect(0, "channel:email", "message", "order-1", "k", null, 0,
            START.plus(Duration.ofHours(24)), START)));
        Await.until("nothing is due", () -> !work.busy());
        clock.advance(Duration.ofHours(24));
        work.jumped();
        assertEquals("1", task.next());
        assertEquals("channel:email", lane.next());
    }

    @Test
    public void aTaskTellsWhenItRunsAgain() {
        RecordingTask task = bound(new RecordingTask("poll", true).doing(key -> Optional.of(clock.instant().plusSeconds(600))));
        tasks.ensure("poll", "440000", START);
        task.next();
        Await.until("it waits", () -> work.nextDue().equals(Optional.of(START.plusSeconds(600))) && !work.busy());
        clock.advance(Duration.ofSeconds(600));
        task.next();
    }

    @Test
    public void aFailedTaskIsTriedAgainAfterAGrowingPauseAndIsVisible() {
        AtomicInteger runs = new AtomicInteger();
        RecordingTask task = bound(new RecordingTask("poll", true).doing(key -> {
            if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("authority closed");
            }
            return Optional.empty();
        }));
        tasks.schedule("poll", "440000", START);
        task.next();
        Await.until("it failed", () -> !table.failing(10).isEmpty() && !work.busy());
        FailingTask failing = table.failing(10).get(0);
        assertEquals(new FailingTask("poll", "440000", 1, "java.lang.IllegalStateException: authority closed",
            START.plusSeconds(10)), failing);
        assertEquals(0, task.waiting());
        clock.advance(Duration.ofSeconds(10));
        task.next();
        Await.until("it failed twice", () -> work.nextDue().equals(Optional.of(START.plusSeconds(30))));
        clock.advance(Duration.ofSeconds(20));
        task.next();
        Await.until("it is done", () -> table.count() == 0);
    }

    @Test
    public void tasksSurviveARestartAndWhatWasPickedIsTakenUpAtOnce() {
        RecordingTask task = bound(new RecordingTask("deadline", true));
        tasks.schedule("deadline", "later", START.plusSeconds(60));
        work.stop();
        database.update("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
            + " last_heartbeat, version, handler) values ('openbeian', 'deadline:picked', ?, true, 'openbeian', ?, 2, 'deadline')",
            START, START);
        clock.advance(Duration.ofSeconds(60));
        work = newWork();
        work.bind(task);
        work.activate();
        assertEquals(List.of("later", "picked"), List.of(task.next(), task.next()).stream().sorted().toList());
        Await.until("both are done", () -> table.count() == 0);
    }

    @Test
    public void aCancelledTaskIsGoneWithTheTransactionAndOneThatRunsStays() throws Exception {
        tasks.schedule("draft-expiry", "1", START.plusSeconds(60));
        assertThrows(IllegalStateException.class, () -> transactions.run(() -> {
            tasks.cancel("draft-expiry", "1");
            throw new IllegalStateException("rolled back");
        }));
        assertEquals(1, table.count());
        transactions.run(() -> {
            tasks.cancel("draft-expiry", "1");
            tasks.cancel("draft-expiry", "unknown");
        });
        assertEquals(0, table.count());
        CountDownLatch cancelled = new CountDownLatch(1);
        RecordingTask task = bound(new RecordingTask("draft-expiry", false).doing(key -> {
            await(cancelled);
            return Optional.of(START.plusSeconds(90));
        }));
        tasks.schedule("draft-expiry", "2", START);
        task.next();
        tasks.cancel("draft-expiry", "2");
        cancelled.countDown();
        Await.until("it goes on", () -> !work.busy() && table.count() == 1);
        assertEquals(Optional.of(START.plusSeconds(90)), table.nextDue(Set.of("draft-expiry")));
    }

    @Test
    public void aTaskWithoutHandlerWaitsUntilItIsBack() {
        tasks.schedule("from-a-plugin", "1", START);
        Await.until("it is laid aside", () -> !table.failing(10).isEmpty());
        assertEquals(TaskTable.NO_HANDLER, table.failing(10).get(0).cause());
        Await.until("it does not hold a virtual clock up", () -> !work.busy());
        RecordingTask task = bound(new RecordingTask("from-a-plugin", true));
        assertEquals("1", task.next());
        Await.until("it is done", () -> table.count() == 0);
        work.unbind(task);
        tasks.schedule("from-a-plugin", "2", START);
        Await.until("it is laid aside", () -> !table.failing(10).isEmpty());
        assertEquals(0, task.waiting());
    }

    @Test
    public void ensureKeepsOneTaskAndTheEarlierTime() {
        tasks.ensure("poll", "1", START.plusSeconds(60));
        tasks.ensure("poll", "1", START.plusSeconds(90));
        assertEquals(Optional.of(START.plusSeconds(60)), table.nextDue(Set.of("poll")));
        tasks.ensure("poll", "1", START.plusSeconds(30));
        assertEquals(Optional.of(START.plusSeconds(30)), table.nextDue(Set.of("poll")));
        assertEquals(1, table.count());
    }

    @Test
    public void whatIsAskedForDuringARunRunsAgain() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RecordingTask task = bound(new RecordingTask("poll", true).doing(key -> {
            await(asked);
            return Optional.empty();
        }));
        tasks.ensure("poll", "1", START);
        task.next();
        assertTrue(work.busy());
        tasks.ensure("poll", "1", START);
        asked.countDown();
        task.next();
        Await.until("it is done", () -> table.count() == 0);
        assertEquals(0, task.waiting());
    }

    @Test
    public void aJumpOfTheClockDoesNotRunATaskTwice() throws Exception {
        work.stop();
        CountDownLatch jumped = new CountDownLatch(1);
        RecordingTask task = new RecordingTask("slow", true).doing(key -> {
            await(jumped);
            return Optional.empty();
        });
        TaskRunner runner = new TaskRunner(database, clock, FAST, Map.of("slow", task), Duration.ofMillis(25), lane -> { });
        runner.start();
        tasks.schedule("slow", "1", START);
        task.next();
        clock.advance(Duration.ofDays(365));
        AtomicInteger looks = new AtomicInteger();
        Await.until("dead tasks were looked for", () -> looks.incrementAndGet() > 60);
        runner.tidy();
        runner.tidy();
        assertEquals(0, task.waiting());
        jumped.countDown();
        Await.until("it is done", () -> table.count() == 0);
        runner.stop();
        assertEquals(0, task.waiting());
    }

    @Test
    public void aTaskThatNobodyRunsAnyMoreIsGivenBack() {
        work.stop();
        RecordingTask task = new RecordingTask("deadline", true);
        TaskRunner runner = new TaskRunner(database, clock, FAST, Map.of("deadline", task), Duration.ofSeconds(2), lane -> { });
        runner.start();
        database.update("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
            + " last_heartbeat, version, handler) values ('openbeian', 'deadline:lost', ?, true, 'openbeian', ?, 2, 'deadline')",
            START, START);
        runner.tidy();
        assertEquals(0, task.waiting());
        runner.tidy();
        assertEquals("lost", task.next());
        Await.until("it is done", () -> table.count() == 0);
        runner.stop();
    }

    /** More channels hang than there are threads for tasks, all of them woken by a task. */
    @Test
    public void channelsThatHangKeepNoTaskWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(key -> {
            await(never);
            return Optional.empty();
        }));
        RecordingTask deadline = bound(new RecordingTask("deadline", true));
        for (int i = 0; i < 2 * FAST.threads(); i++) {
            tasks.ensure("lane", "channel:dead-" + i, START);
        }
        for (int i = 0; i < 2 * FAST.threads(); i++) {
            lane.next();
        }
        tasks.schedule("deadline", "order-1", START);
        assertEquals("order-1", deadline.next());
        never.countDown();
        Await.until("all are done", () -> table.count() == 0);
    }

    @Test
    public void aPausedLaneIsLookedAtOnceAfterAStartAndOneThatFailedAgain() {
        work.stop();
        transactions.run(() -> effects.setPaused("channel:sms", "waits for its channel"));
        work = newWork(AT_ONCE);
        AtomicInteger runs = new AtomicInteger();
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(key -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return Optional.empty();
        }));
        work.activate();
        assertEquals("channel:sms", lane.next());
        assertEquals("once more, as it failed", "channel:sms", lane.next());
        Await.until("then not again", () -> !work.busy());
    }

    @Test
    public void aLaneRunsAfterTheCommitAndOneRunTakesAll() {
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(this::drain));
        transactions.run(() -> effects.add(List.of(effect("k1"), effect("k2"))));
        assertEquals("channel:email", lane.next());
        Await.until("nothing is open", () -> !work.busy());
        assertEquals(List.of(), effects.head("channel:email", START, 10));
    }

    @Test
    public void aSweepFindsLanesThatACrashLeftOrThatAreDueAgain() {
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(this::drain));
        database.insertUnlessThere("insert into lane (name) values (?)", "channel:email");
        database.update("insert into effect (lane, kind, effect_key, state, attempts, not_before, created_at)"
            + " values ('channel:email', 'message', 'k', 0, 0, ?, ?)", START.plusSeconds(60), START);
        assertEquals(Optional.of(START.plusSeconds(60)), work.nextDue());
        Await.until("it is not due", () -> !work.busy());
        clock.advance(Duration.ofSeconds(60));
        assertEquals("channel:email", lane.next());
        Await.until("nothing is open", () -> !work.busy());
    }

    @Test
    public void aLaneThatFailsRestsAndOthersGoOn() {
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(name -> {
            if (name.equals("broken")) {
                throw new NoClassDefFoundError("a bundle is being replaced");
            }
            return drain(name);
        }));
        effects.add(List.of(new Effect(0, "broken", "message", "o", "b", null, 0, START, START)));
        assertEquals("broken", lane.next());
        effects.add(List.of(effect("k1")));
        assertEquals("channel:email", lane.next());
        assertTrue("what is due keeps the clock", work.busy());
        assertEquals(0, lane.waiting());
    }

    @Test
    public void aChannelThatFailsOrHangsHoldsNoClockUp() {
        work.stop();
        work = newWork(RESTING);
        CountDownLatch answer = new CountDownLatch(1);
        RecordingTask lane = bound(new RecordingTask("lane", true).doing(name -> {
            if (name.equals("channel:email")) {
                throw new IllegalStateException("the mail server is gone");
            }
            await(answer);
            return drain(name);
        }));
        work.activate();
        effects.add(List.of(effect("k1")));
        assertEquals("channel:email", lane.next());
        Await.until("it rests", () -> !work.busy());
        effects.add(List.of(new Effect(0, "channel:sms", "message", "o", "s", null, 0, START, START)));
        assertEquals("channel:sms", lane.next());
        assertTrue("it may answer at once", work.busy());
        Await.until("it is held up", () -> !work.busy());
        assertEquals("what waits for them does not hold the clock either", Optional.empty(), work.nextDue());
        answer.countDown();
        Await.until("it is done", () -> effects.head("channel:sms", START, 1).isEmpty());
    }

    private Optional<Instant> drain(String name) {
        database.call(() -> {
            if (effects.lock(name)) {
                effects.done(effects.head(name, clock.instant(), 100).stream().map(Effect::id).toList(), clock.instant());
            }
            return null;
        });
        return Optional.empty();
    }

    private static Effect effect(String key) {
        return new Effect(0, "channel:email", "message", "order-1", key, null, 0, START, START);
    }

    private StoreWork newWork() {
        return newWork(FAST);
    }

    private StoreWork newWork(StoreSettings.Values values) {
        return new StoreWork(database, effects, clock, new StoreSettings(values));
    }

    private RecordingTask bound(RecordingTask task) {
        work.bind(task);
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
