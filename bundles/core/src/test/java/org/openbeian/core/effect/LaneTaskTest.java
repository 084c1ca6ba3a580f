package org.openbeian.core.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbeian.api.effect.Stage;
import org.openbeian.core.fake.FixedClock;

public class LaneTaskTest {

    private final FixedClock clock = new FixedClock("2026-03-02T01:00:00Z");
    private final List<String> ran = new ArrayList<>();
    private int batches = 3;

    private Optional<Instant> stage(String stage, String key) {
        ran.add(stage + " " + key);
        return --batches > 0 ? Optional.of(clock.instant()) : Optional.empty();
    }

    @Test
    public void aLaneRunsItsStageUntilNothingIsDue() {
        LaneTask task = new LaneTask(this::stage, clock);
        assertEquals(Optional.empty(), task.run("authority:440000"));
        assertEquals(List.of("lane.authority authority:440000", "lane.authority authority:440000",
            "lane.authority authority:440000"), ran);
        batches = 1;
        task.run("channel:email");
        assertEquals(Stage.CHANNEL_LANE + " channel:email", ran.get(3));
        assertTrue(task.machine());
        assertEquals("lane", task.name());
    }

    @Test
    public void whatIsDueLaterIsNotRunNow() {
        Instant later = clock.instant().plusSeconds(1);
        assertEquals(Optional.of(later), new LaneTask((stage, key) -> Optional.of(later), clock).run("channel:email"));
    }

    @Test
    public void aBusyLaneStepsBackNowAndThen() {
        batches = 1000;
        assertEquals(Optional.of(clock.instant()), new LaneTask(this::stage, clock).run("channel:email"));
        assertEquals(20, ran.size());
    }

    @Test
    public void closingFinishesThePresentBatchAndTakesNoOther() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        LaneTask task = new LaneTask((stage, key) -> {
            if (key.equals("probe")) {
                return Optional.empty();
            }
            ran.add(key);
            inside.countDown();
            await(go);
            return Optional.of(clock.instant());
        }, clock);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Optional<Instant>> run = pool.submit(() -> task.run("channel:email"));
            await(inside);
            Future<?> closing = pool.submit(task::close);
            Optional<Instant> soon = Optional.of(clock.instant().plusSeconds(5));
            while (!task.run("probe").equals(soon)) {
                Thread.onSpinWait();
            }
            go.countDown();
            closing.get(10, TimeUnit.SECONDS);
            assertEquals("the rest stays due, and is not tried over and over", soon, run.get(10, TimeUnit.SECONDS));
            int before = ran.size();
            assertEquals(soon, task.run("channel:email"));
            assertEquals(before, ran.size());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    public void aGateDoesNotWaitForEver() {
        Gate gate = new Gate();
        assertTrue(gate.enter());
        assertFalse(gate.close(Duration.ofMillis(20)));
        gate.leave();
        assertTrue(gate.close(Duration.ofMillis(20)));
        assertFalse(gate.enter());
    }

    @Test
    public void pausesDoubleUpToTheLongest() {
        Backoff backoff = Backoff.seconds(30, 100);
        assertEquals(List.of(30L, 60L, 100L, 100L), List.of(1, 2, 3, 1000).stream()
            .map(failures -> backoff.pause(failures).toSeconds()).toList());
        assertEquals(50, Backoff.seconds(50, 10).pause(7).toSeconds());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
