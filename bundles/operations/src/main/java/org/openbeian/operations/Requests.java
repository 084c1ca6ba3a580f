package org.openbeian.operations;

import java.time.Duration;

/** Counts the requests under way; once closed none enters, and closing waits for those inside. Thread-safe. */
final class Requests {

    private int inside;
    private boolean closed;

    /** Lets one request in; false once closed. */
    synchronized boolean enter() {
        if (!closed) {
            inside++;
        }
        return !closed;
    }

    /** A request that entered is over. */
    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Whether no request is let in any more. */
    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Lets no request in any more and waits for those inside.
     *
     * @param patience how long to wait at most
     * @return whether all ended in time
     */
    synchronized boolean close(Duration patience) {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); inside > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return inside == 0;
    }
}
