package org.openbeian.core.effect;

import java.time.Duration;

/** Lets work in until it is closed, and closing waits for the work inside. Thread-safe. */
public final class Gate {

    private int inside;
    private boolean closed;

    /** Lets one piece of work in; false once closed. */
    public synchronized boolean enter() {
        if (!closed) {
            inside++;
        }
        return !closed;
    }

    /** Whether work may go on. */
    public synchronized boolean isOpen() {
        return !closed;
    }

    /** The work that entered is over. */
    public synchronized void leave() {
        inside--;
        notifyAll();
    }

    /**
     * Lets nothing in any more and waits for what is inside.
     *
     * @param patience how long to wait, in real time
     * @return whether all work ended in time
     */
    public synchronized boolean close(Duration patience) {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); inside > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return inside == 0;
    }
}
