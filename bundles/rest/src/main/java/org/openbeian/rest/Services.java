package org.openbeian.rest;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.openbeian.api.order.Refusal;

/**
 * What the resources work with. Every service may come and go while requests are served, so that the interface answers
 * from the first moment on and survives the replacement of any bundle behind it: while something is missing the answer is
 * 503 with Retry-After. Thread-safe.
 */
interface Services {

    /** The services of a type that are there now, the preferred one first. */
    <T> List<T> all(Class<T> type);

    /**
     * The preferred service of a type.
     *
     * @throws Refusal UNAVAILABLE when there is none at the moment
     */
    default <T> T need(Class<T> type) {
        return all(type).stream().findFirst().orElseThrow(() -> new Refusal(Refusal.Kind.UNAVAILABLE, "not-ready",
                "the server is starting, or a part of it is being replaced or not installed: " + words(type)
                        + "; try again shortly"));
    }

    /** The machine's clock, not the server's, which may be virtual: how long a key is kept is a promise to clients that are not. */
    default Clock realTime() {
        return Clock.systemUTC();
    }

    private static String words(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
