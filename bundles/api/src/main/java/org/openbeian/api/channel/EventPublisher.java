package org.openbeian.api.channel;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Puts events for machines into the lanes of the endpoints that want them. Joins the caller's transaction. Thread-safe. */
@ProviderType
public interface EventPublisher {

    /** Longest payload, in characters. */
    int MOST = 16_000;

    /**
     * An event for machines.
     *
     * @param id unique, such as order and event number; the same on every repeat
     * @param type such as {@code order.approved}: lower-case words with dots and hyphens
     * @param account whose endpoints are told
     * @param orderId order it is about, or null
     * @param payload a JSON object without personal data, at most {@link #MOST} characters
     * @param at when it happened
     */
    record Event(String id, String type, String account, String orderId, String payload, Instant at) {
    }

    /**
     * Tells the webhooks of the account. One indexed query; nothing is stored for accounts without endpoints.
     *
     * @return how many endpoints will be told
     * @throws IllegalArgumentException when the payload is too long
     */
    int publish(Event event);
}
