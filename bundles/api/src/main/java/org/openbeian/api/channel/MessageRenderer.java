package org.openbeian.api.channel;

import java.util.Optional;
import org.openbeian.api.effect.Effect;
import org.osgi.annotation.versioning.ProviderType;

/** Turns an effect of kind {@code message} into the message to send. Thread-safe. */
@ProviderType
public interface MessageRenderer {

    /**
     * Renders a message from the order as it is now; the key is the effect's key, so a repeat carries the same one.
     * Called in the transaction that carries the effect out.
     *
     * @param effect an effect of a lane {@code channel:<channel id>}
     * @return the message with its receiver, or empty when there is nobody to tell (no address, or the order is gone)
     */
    Optional<OutgoingMessage> render(Effect effect);
}
