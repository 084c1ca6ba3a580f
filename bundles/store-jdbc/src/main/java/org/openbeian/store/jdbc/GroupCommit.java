package org.openbeian.store.jdbc;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes commits of the embedded database durable, as many at once as wait for it: one thread writes all that were made before
 * it began to the file, the others wait meanwhile. Writing one commit costs the pages of every table it touched; of several
 * together most pages are the same. Thread-safe.
 */
final class GroupCommit {

    /** Writes everything to the file that was committed until now. A thread that is interrupted would not wait for the writer. */
    @FunctionalInterface
    interface Flush {

        void run() throws SQLException;
    }

    private final AtomicLong made = new AtomicLong();
    private long durable;
    private boolean flushing;
    private int waiting;

    /** Returns when the commit that the calling thread has just made is in the file. */
    void await(Flush flush) throws SQLException {
        long mine = made.incrementAndGet();
        while (enter(mine)) {
            long until = made.get();
            boolean interrupted = Thread.interrupted();
            boolean done = false;
            try {
                flush.run();
                done = true;
            } finally {
                leave(done ? until : 0);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Waits until the commit is durable, and returns false, or until nobody flushes, and returns true. */
    private synchronized boolean enter(long mine) {
        boolean interrupted = false;
        waiting++;
        while (durable < mine && flushing) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waiting--;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (durable >= mine) {
            return false;
        }
        flushing = true;
        return true;
    }

    /** How many threads wait for another one's flush. */
    synchronized int waiting() {
        return waiting;
    }

    private synchronized void leave(long until) {
        durable = Math.max(durable, until);
        flushing = false;
        notifyAll();
    }
}
