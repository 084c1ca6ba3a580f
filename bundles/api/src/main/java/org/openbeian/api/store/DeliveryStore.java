package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.channel.DeliveryResult;
import org.osgi.annotation.versioning.ProviderType;

/** What became of each message. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface DeliveryStore {

    /**
     * One try to deliver a message.
     *
     * @param orderId order it is about
     * @param message id of the message in the catalogue
     * @param channel id of the channel
     * @param maskedAddress address, masked
     * @param key key of the message
     * @param result how the try ended
     * @param at when
     */
    record Delivery(String orderId, String message, String channel, String maskedAddress, String key,
            DeliveryResult result, Instant at) {
    }

    /** Stores tries. */
    void add(List<Delivery> deliveries);

    /** The tries about an order, oldest first. */
    List<Delivery> list(String orderId);
}
