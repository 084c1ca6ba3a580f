package org.openbeian.api.channel;

import java.util.function.UnaryOperator;

/** What the checks of a channel's configuration have in common. */
public final class ConfiguredText {

    private ConfiguredText() {
    }

    /** A text of a configuration without spaces around it; empty for null. */
    public static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /**
     * The secret that a configured text stands for, at the moment of its use.
     *
     * @param secrets the vault's {@code resolve}
     * @throws ChannelFailure when the vault has none of this name; says how to set it
     */
    public static String secret(UnaryOperator<String> secrets, String configured) throws ChannelFailure {
        try {
            return secrets.apply(configured);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new ChannelFailure(e.getMessage(), e);
        }
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
