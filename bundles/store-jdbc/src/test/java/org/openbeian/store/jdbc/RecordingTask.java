package org.openbeian.store.jdbc;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openbeian.api.store.DurableTask;

/** A task that tells each of its runs. */
class RecordingTask implements DurableTask {

    private final String name;
    private final boolean machine;
    private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    private volatile Function<String, Optional<Instant>> work = key -> Optional.empty();

    RecordingTask(String name, boolean machine) {
        this.name = name;
        this.machine = machine;
    }

    RecordingTask doing(Function<String, Optional<Instant>> what) {
        work = what;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean machine() {
        return machine;
    }

    @Override
    public Optional<Instant> run(String key) {
        runs.add(key);
        return work.apply(key);
    }

    /** The key of the next run. */
    String next() {
        try {
            String key = runs.poll(20, TimeUnit.SECONDS);
            if (key == null) {
                throw new AssertionError("task " + name + " did not run");
            }
            return key;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int waiting() {
        return runs.size();
    }
}
