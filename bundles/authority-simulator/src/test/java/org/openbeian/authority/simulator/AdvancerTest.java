package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.time.DueSource;

public class AdvancerTest {
    private final Path directory = TestServer.newDirectory();
    private final VirtualClock clock = new VirtualClock(Clock.systemUTC(), directory.resolve("clock"));
    private final Instant start = clock.instant();
    private final Database database = new Database(directory);
    private final Agenda agenda = new Agenda();
    private final Source source = new Source();
    private Advancer advancer;

    /** A part of the server that a test makes busy. */
    private final class Source implements DueSource {
        private volatile boolean busy;
        private volatile Instant next;
        private volatile Instant told;
        private final CountDownLatch asked = new CountDownLatch(50);

        @Override
        public boolean busy() {
            asked.countDown();
            return busy;
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.ofNullable(next).filter(due -> clock.instant().isBefore(due));
        }

        @Override
        public void jumped() {
            told = clock.instant();
        }
    }

    private void start(boolean paused) {
        advancer = new Advancer(clock, agenda, new Officers(database, agenda, clock), () -> List.of(source), Duration.ofMillis(1),
            Duration.ofMillis(1), paused, new CpuMeter());
        advancer.start();
    }

    @After
    public void stop() {
        advancer.close();
        database.close();
    }

    private boolean reached(Instant instant) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (clock.instant().isBefore(instant)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    @Test
    public void jumpsToTheEarliestOfAllInstants() throws InterruptedException {
        agenda.add(start.plus(Duration.ofDays(2)));
        source.next = start.plus(Duration.ofDays(1));
        start(true);
        assertEquals(source.next, advancer.next().orElseThrow());
        advancer.jump();
        assertEquals(1, Duration.between(start, clock.instant()).toDays());
        assertFalse("told after the jump", source.told.isBefore(source.next));
        advancer.paused(false);
        assertTrue(reached(start.plus(Duration.ofDays(2))));
    }

    @Test
    public void doesNotJumpWhileSomethingRuns() throws InterruptedException {
        source.busy = true;
        agenda.add(start.plus(Duration.ofDays(1)));
        start(false);
        assertTrue(source.asked.await(10, TimeUnit.SECONDS));
        assertTrue(Duration.between(start, clock.instant()).toHours() < 1);
        assertFalse(advancer.waitingFor().isEmpty());
        source.busy = false;
        assertTrue(reached(start.plus(Duration.ofDays(1))));
    }

    @Test
    public void doesNotJumpWhilePaused() throws InterruptedException {
        agenda.add(start.plus(Duration.ofDays(1)));
        start(true);
        assertFalse(source.asked.await(100, TimeUnit.MILLISECONDS));
        assertTrue(Duration.between(start, clock.instant()).toHours() < 1);
    }
}
