package org.openbeian.api.channel;

import org.openbeian.api.effect.Effect;
import org.osgi.annotation.versioning.ProviderType;

/** Turns an effect of kind {@code message} or {@code event} into the message to send. Thread-safe. */
@ProviderType
public interface MessageRenderer {

    /**
     * Renders a message from the order as it is now; the key is the effect's key, so a repeat carries the same one.
     * Called in the transaction that carries the effect out.
     *
     * @param effect an effect of a lane {@code channel:<channel id>}
     * @return the message, or why there is none to send now
     */
    Rendering render(Effect effect);
}
