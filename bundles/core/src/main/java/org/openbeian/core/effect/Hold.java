package org.openbeian.core.effect;

import java.time.Duration;
import java.time.Instant;

/**
 * What a node remembers of one partner between two tries: how often it failed, until when it is left alone, how much a
 * file may carry. Nothing that matters: after a restart it begins anew. Thread-safe.
 */
public final class Hold {

    private int failures;
    private int badFiles;
    private int limit = Integer.MAX_VALUE;
    private Instant until = Instant.MIN;
    private String cause;

    /**
     * The partner failed; it is left alone for a while.
     *
     * @return until when
     */
    public synchronized Instant fail(Instant now, Backoff backoff, Duration atLeast, String why) {
        Duration pause = backoff.pause(++failures);
        until = now.plus(atLeast.compareTo(pause) > 0 ? atLeast : pause);
        cause = why;
        return until;
    }

    /** The partner refused the file; returns how often in a row. */
    public synchronized int bad() {
        return ++badFiles;
    }

    /** Files may carry half as many filings from now on. */
    public synchronized void halve(int filings) {
        limit = Math.max(1, filings / 2);
    }

    /** All went well, or the operator wants another try at once. */
    public synchronized void clear() {
        failures = 0;
        badFiles = 0;
        limit = Integer.MAX_VALUE;
        until = Instant.MIN;
        cause = null;
    }

    /** Whether the partner is left alone at this time. */
    public synchronized boolean isHeld(Instant now) {
        return now.isBefore(until);
    }

    /** Until when the partner is left alone. */
    public synchronized Instant until() {
        return until;
    }

    /** Why the partner is left alone; null when it is not. */
    public synchronized String cause() {
        return cause;
    }

    /** How many filings a file may carry. */
    public synchronized int limit(int configured) {
        return Math.min(limit, configured);
    }
}
