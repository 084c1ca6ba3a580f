package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.Test;

public class VirtualClockTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private final Path file = TestServer.newDirectory().resolve("sub/clock");
    private final RealClock real = new RealClock();

    /** A real clock that tests set. */
    private static final class RealClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    public void runsWithTheRealClockAndJumpsAhead() {
        VirtualClock clock = new VirtualClock(real, file);
        assertEquals(START, clock.instant());
        real.now = START.plusSeconds(60);
        assertEquals(START.plusSeconds(60), clock.instant());
        assertTrue(clock.advanceTo(START.plus(Duration.ofDays(20))));
        assertEquals(START.plus(Duration.ofDays(20)), clock.instant());
        assertFalse("never back", clock.advanceTo(START));
        assertEquals(START.plus(Duration.ofDays(20)), clock.withZone(ZoneId.of("Asia/Shanghai")).instant());
    }

    @Test
    public void doesNotRunBackWhenTheRealClockIsSetBack() {
        VirtualClock clock = new VirtualClock(real, file);
        real.now = START.plusSeconds(100);
        Instant before = clock.instant();
        real.now = START.minus(Duration.ofDays(1));
        assertFalse(clock.instant().isBefore(before));
        real.now = real.now.plusSeconds(5);
        assertEquals("and goes on", before.plusSeconds(5), clock.instant());
    }

    @Test
    public void doesNotRunBackAfterAKillEvenIfTheRealClockWasSetBack() {
        VirtualClock clock = new VirtualClock(real, file);
        clock.advanceTo(START.plus(Duration.ofDays(7)));
        real.now = START.plusSeconds(55);
        Instant before = clock.instant();
        real.now = START.minus(Duration.ofDays(100));
        VirtualClock restarted = new VirtualClock(real, file);
        assertFalse(restarted.instant().isBefore(before));
        assertTrue("and not far ahead", Duration.between(before, restarted.instant()).getSeconds() <= 10);
    }

    @Test
    public void aJumpIsStoredBeforeItIsSeen() throws IOException {
        VirtualClock clock = new VirtualClock(real, file);
        Files.delete(file);
        Files.createDirectory(file);
        Files.createFile(file.resolve("in-the-way"));
        assertThrows(java.io.UncheckedIOException.class, () -> clock.advanceTo(START.plus(Duration.ofDays(7))));
        assertEquals(START, clock.instant());
    }

    @Test
    public void aDamagedFileIsNamed() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "yesterday");
        assertTrue(assertThrows(IllegalStateException.class, () -> new VirtualClock(real, file)).getMessage().contains("clock"));
    }
}
