package org.openbeian.api.channel;

import java.time.Instant;

/** What is to be done about an effect of kind {@code message} or {@code event}. */
public sealed interface Rendering {

    /**
     * Send this.
     *
     * @param message the message with its receiver
     */
    record Send(OutgoingMessage message) implements Rendering {
    }

    /**
     * Send nothing: there is nobody to tell, or he does not want to be told.
     *
     * @param why in English, without personal data
     */
    record Drop(String why) implements Rendering {
    }

    /**
     * Come again later; that is no failure.
     *
     * @param at when
     * @param why in English, without personal data
     */
    record Later(Instant at, String why) implements Rendering {
    }
}
