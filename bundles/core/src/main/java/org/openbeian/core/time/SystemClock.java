package org.openbeian.core.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The clock of the machine in whole milliseconds, which every store keeps; serves unless a virtual clock outranks it. */
@Component(service = Clock.class, property = {"openbeian.clock=system", "service.ranking:Integer=-100"})
public final class SystemClock extends Clock {

    private final Clock clock;

    /** In UTC. */
    @Activate
    public SystemClock() {
        this(Clock.tickMillis(ZoneOffset.UTC));
    }

    private SystemClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SystemClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
