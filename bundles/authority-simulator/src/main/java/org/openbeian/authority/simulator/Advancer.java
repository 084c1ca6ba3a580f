package org.openbeian.authority.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openbeian.api.time.DueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the officers work when something is due, and jumps to the next planned instant when nothing is due and nothing runs,
 * here or at any {@link DueSource}. One thread.
 */
final class Advancer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Advancer.class);
    /** Real time for which all must be quiet before a jump: work may be on its way between two sources. */
    private static final int QUIET_ROUNDS = 2;
    private static final long FAILURE_WAIT_MILLIS = 1000;

    private final VirtualClock clock;
    private final Agenda agenda;
    private final Officers officers;
    private final Supplier<List<DueSource>> sources;
    private final long pollMillis;
    private final CpuMeter meter;
    private final Thread thread;
    /** Looks in a row that found all quiet, and the real time until the next one; its own thread's. */
    private int quiet;
    private long wait;
    private volatile Duration pause;
    private volatile boolean paused;
    private volatile boolean closed;

    Advancer(VirtualClock clock, Agenda agenda, Officers officers, Supplier<List<DueSource>> sources, Duration poll, Duration pause,
        boolean paused, CpuMeter meter) {
        this.clock = clock;
        this.agenda = agenda;
        this.officers = officers;
        this.sources = sources;
        this.pollMillis = Math.max(1, poll.toMillis());
        this.pause = pause;
        this.paused = paused;
        this.meter = meter;
        this.thread = new Thread(this::run, "authority-simulator");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            meter.run(this::look);
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        wait = pollMillis;
        try {
            if (agenda.isDue(clock.instant())) {
                officers.work();
            }
            quiet = !paused && waitingFor().isEmpty() && next().isPresent() ? quiet + 1 : 0;
            if (quiet > QUIET_ROUNDS) {
                jump();
                quiet = 0;
                wait = Math.max(1, pause.toMillis());
            }
        } catch (RuntimeException e) {
            LOG.warn("The authority simulator could not look after what is due; it tries again: {}", e.toString());
            wait = FAILURE_WAIT_MILLIS;
        }
    }

    /** Jumps to the next planned instant. */
    boolean jump() {
        boolean jumped = next().map(clock::advanceTo).orElse(false);
        if (jumped) {
            sources.get().forEach(DueSource::jumped);
            if (agenda.isDue(clock.instant())) {
                officers.work();
            }
        }
        return jumped;
    }

    /** The next planned instant of all sources. */
    Optional<Instant> next() {
        Stream<Instant> others = sources.get().stream().map(DueSource::nextDue).flatMap(Optional::stream);
        return Stream.concat(agenda.next().stream(), others).min(Instant::compareTo);
    }

    /** What keeps the clock from jumping, or empty. */
    String waitingFor() {
        Instant now = clock.instant();
        if (agenda.isDue(now)) {
            return "authority simulator";
        }
        for (DueSource source : sources.get()) {
            if (source.busy() || source.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
                return source.getClass().getName();
            }
        }
        return "";
    }

    void paused(boolean value) {
        paused = value;
    }

    boolean isPaused() {
        return paused;
    }

    void pause(Duration value) {
        if (value.isNegative() || value.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("the pause must be 0 to 60 seconds");
        }
        pause = value;
    }

    Duration pause() {
        return pause;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
