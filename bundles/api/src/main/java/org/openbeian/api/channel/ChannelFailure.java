package org.openbeian.api.channel;

import java.io.IOException;

/**
 * What the route of a channel throws when the channel as a whole failed and it knows why, such as a provider that refuses our
 * log-in. The record of the delivery shows the message; of other exceptions it shows the class alone, as their texts may hold
 * anything.
 */
public final class ChannelFailure extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * With what staff and the account may read.
     *
     * @param message the provider's code or reason, in English; without personal data, secrets and what a stranger wrote
     * @param cause for the log; may be null
     */
    public ChannelFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
