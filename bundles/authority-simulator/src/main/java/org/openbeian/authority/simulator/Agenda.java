package org.openbeian.authority.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/** The instants at which something happens at the authorities. Thread-safe. */
final class Agenda {
    private final ConcurrentSkipListSet<Instant> instants = new ConcurrentSkipListSet<>();

    void add(Instant instant) {
        if (instant != null) {
            instants.add(instant);
        }
    }

    /** The earliest instant not yet passed. */
    Optional<Instant> next() {
        return Optional.ofNullable(instants.ceiling(Instant.MIN));
    }

    /** Whether an instant has come. */
    boolean isDue(Instant now) {
        return instants.floor(now) != null;
    }

    /** Forgets everything up to an instant. */
    void passed(Instant now) {
        instants.headSet(now, true).clear();
    }
}
