package org.openbeian.routes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.store.DurableTasks;

/** Remembers which lanes were woken. */
final class Tasks implements DurableTasks {

    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final List<String> woken = new ArrayList<>();

    LaneWaker waker() {
        return new LaneWaker(this, CLOCK);
    }

    @Override
    public void schedule(String task, String key, Instant at) {
        throw new AssertionError("not used");
    }

    @Override
    public void cancel(String task, String key) {
        throw new AssertionError("not used");
    }

    @Override
    public void ensure(String task, String key, Instant at) {
        woken.add(task + " " + key + " " + at);
    }
}
