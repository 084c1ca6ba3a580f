package org.openbeian.api.channel;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what providers say later about messages that they took ({@link DeliveryResult.Status#SENT}). Thread-safe. */
@ProviderType
public interface Receipts {

    /**
     * Records a receipt. One that tells of a failure lets the message go its next way at once; one that tells of no end is passed
     * over. A receipt that comes before its message is known as sent is kept for it for a while, once, whatever its spellings.
     *
     * @param channelId the channel that sent the message
     * @param spellings the provider's reference of the message as the receipt has it, and then the other spellings under which it
     *     may have been given when the message was sent; an empty list is nobody's
     * @param result delivered, or refused or gone with the provider's reason
     * @return false when the reference is unknown or its end is known already; nothing was changed then
     */
    boolean received(String channelId, List<String> spellings, DeliveryResult result);

    /** Records a receipt whose reference has one spelling; null is nobody's. */
    default boolean received(String channelId, String reference, DeliveryResult result) {
        return received(channelId, reference == null ? List.of() : List.of(reference), result);
    }
}
