package org.openbeian.rest;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * How often somebody may ask: a bucket of tokens for each name, which holds two seconds' worth and fills steadily. Names that
 * were not heard of for so long that their bucket is full are forgotten, so that the table stays bounded. Measured in real
 * time, whatever clock the server lives by. Thread-safe.
 */
final class RateLimits {

    private static final double NANOS = 1e9;
    private static final int BURST_SECONDS = 2;
    private static final int TIDY_FROM = 10_000;

    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** What is left of a name's tokens at an instant. */
    private record Bucket(double tokens, long at) {
    }

    /**
     * Without any names yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    RateLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a token.
     *
     * @param name whose
     * @param perSecond how many there are each second; 0 for no limit
     * @return whether there was one
     */
    boolean take(String name, int perSecond) {
        if (perSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (buckets.size() > TIDY_FROM) {
            buckets.values().removeIf(bucket -> level(bucket, now, perSecond) >= perSecond * BURST_SECONDS);
        }
        double[] before = new double[1];
        buckets.compute(name, (key, bucket) -> {
            before[0] = bucket == null ? (double) perSecond * BURST_SECONDS : level(bucket, now, perSecond);
            return new Bucket(before[0] >= 1 ? before[0] - 1 : before[0], now);
        });
        return before[0] >= 1;
    }

    /** How many names are remembered. */
    int size() {
        return buckets.size();
    }

    private static double level(Bucket bucket, long now, int perSecond) {
        return Math.min(perSecond * BURST_SECONDS, bucket.tokens + Math.max(0, now - bucket.at) / NANOS * perSecond);
    }
}
