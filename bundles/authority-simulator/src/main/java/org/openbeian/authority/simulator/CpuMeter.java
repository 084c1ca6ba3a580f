package org.openbeian.authority.simulator;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Adds up the processor time that the simulator uses on threads that are not its own, and on its own. Thread-safe. */
final class CpuMeter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongAdder nanos = new LongAdder();

    /** Runs work of the simulator. */
    void run(Runnable work) {
        long begin = THREADS.getCurrentThreadCpuTime();
        try {
            work.run();
        } finally {
            nanos.add(THREADS.getCurrentThreadCpuTime() - begin);
        }
    }

    /** What all work took. */
    Duration used() {
        return Duration.ofNanos(nanos.sum());
    }
}
