package org.openbeian.api.channel;

/** What the checks of a channel's configuration have in common. */
public final class ConfiguredText {

    private ConfiguredText() {
    }

    /** A text of a configuration without spaces around it; empty for null. */
    public static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /**
     * Refuses a configuration unless something holds.
     *
     * @param message names the value and what is expected of it; never the value itself, which may be a secret
     * @throws IllegalArgumentException with the message
     */
    public static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
