package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The channels that were here once, so that messages are kept for one that is away, also after a restart without it. Every method
 * joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface ChannelStore {

    /**
     * A channel.
     *
     * @param id its id
     * @param kind what an address on it is
     * @param form which texts it carries
     * @param goneAt since when it is away; null while it is there
     */
    record Known(String id, AddressKind kind, String form, Instant goneAt) {
    }

    /** All, by id. */
    List<Known> all();

    /** Stores one, or replaces what is known of it. */
    void put(Known known);
}
