package org.openbeian.store.jdbc;

import java.time.Instant;
import java.util.function.Consumer;

/** Tells those who run work in this process that new work was committed. Thread-safe. */
final class Wakeups {

    private volatile Consumer<String> lanes = lane -> { };
    private volatile Consumer<Instant> tasks = at -> { };

    /** Sets who is told of a lane with new effects; must return at once. */
    void onLane(Consumer<String> listener) {
        lanes = listener;
    }

    /** Sets who is told when a task was scheduled, with its time; must return at once. */
    void onTask(Consumer<Instant> listener) {
        tasks = listener;
    }

    void lane(String lane) {
        lanes.accept(lane);
    }

    void task(Instant at) {
        tasks.accept(at);
    }
}
