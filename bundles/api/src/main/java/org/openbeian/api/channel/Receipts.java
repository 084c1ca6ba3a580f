package org.openbeian.api.channel;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what providers say later about messages that they took ({@link DeliveryResult.Status#SENT}). Thread-safe. */
@ProviderType
public interface Receipts {

    /**
     * Records a receipt. One that tells of a failure lets the message go its next way at once.
     *
     * @param channelId the channel that sent the message
     * @param reference the provider's reference of the message
     * @param result delivered, or refused with the provider's reason
     * @return false when the reference is unknown or its end is known already; nothing was changed then
     */
    boolean received(String channelId, String reference, DeliveryResult result);
}
