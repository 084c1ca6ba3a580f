package org.openbeian.core.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the test moves it. */
public final class FixedClock extends Clock {

    private Instant now;

    /** Stands at an instant. */
    public FixedClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Sets the time. */
    public void set(Instant time) {
        now = time;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
