package org.openbeian.api.plugin;

import java.time.Instant;

/**
 * A plugin that is installed.
 *
 * @param kind {@code province}, {@code check}, {@code resource}, {@code channel} or {@code gateway}
 * @param id its id; of a province the six-digit code; null when it could not say it
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param state how it stands
 * @param reason why it does not serve, with what shadows it or what is wrong; null when it serves
 * @param failures how many of its calls failed since it came
 * @param failedAt when a call failed last, by the machine's clock; null when none did
 * @param failure how that call failed; holds no personal data
 */
public record PluginStatus(String kind, String id, String bundle, String version, State state, String reason, long failures,
        Instant failedAt, String failure) {

    /** How a plugin stands. */
    public enum State {
        /** It is used. */
        SERVING,
        /** Its lists are used in the rules of the province. */
        AMENDING,
        /** Another one of its id is used. */
        SHADOWED,
        /** It is wrong or could not be read. */
        REFUSED,
        /** It ended or endangered the server and is not called until it is released or replaced. */
        QUARANTINED
    }

    /** A plugin whose calls are not counted here. */
    public static PluginStatus of(String kind, String id, String bundle, String version, State state, String reason) {
        return new PluginStatus(kind, id, bundle, version, state, reason, 0, null, null);
    }
}
