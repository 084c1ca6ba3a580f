package org.openbeian.api.channel;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Carries messages over the channels that are there, each by its own route with its own limits. Thread-safe. */
@ProviderType
public interface ChannelTransport {

    /** The channel, if it can carry messages now: its descriptor and its route {@code direct:channel.<id>} are there. */
    Optional<NotificationChannel> channel(String id);

    /**
     * Sends messages one after the other. Breaks off when the channel as a whole fails, or when it took long enough for one batch;
     * the rest was not tried.
     *
     * @param channelId a channel
     * @param messages messages in their order
     * @return how each try ended, and why the rest was not tried
     */
    Sent send(String channelId, List<OutgoingMessage> messages);

    /**
     * How a batch of messages ended.
     *
     * @param results the tries in the order of the messages; shorter than the batch when it was broken off
     * @param failure why the channel broke off, without personal data; null when all were tried, or the rest is for another batch
     */
    record Sent(List<DeliveryResult> results, String failure) {

        /** Copies the list. */
        public Sent {
            results = List.copyOf(results);
        }
    }
}
