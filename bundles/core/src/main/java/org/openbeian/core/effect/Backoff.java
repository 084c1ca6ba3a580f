package org.openbeian.core.effect;

import java.time.Duration;

/**
 * Growing pauses between tries.
 *
 * @param first pause after the first failure; positive
 * @param longest cap; at least {@code first}
 */
public record Backoff(Duration first, Duration longest) {

    /** Checks the two pauses. */
    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the first pause must be positive and at most the longest one, but they are "
                    + first + " and " + longest);
        }
    }

    /** Pauses in seconds; a longest one below the first means that the pause does not grow. */
    public static Backoff seconds(int first, int longest) {
        return new Backoff(Duration.ofSeconds(first), Duration.ofSeconds(Math.max(first, longest)));
    }

    /**
     * The pause after a number of failures: doubled with each, capped.
     *
     * @param failures how many tries failed, at least 1
     */
    public Duration pause(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
