package org.openbeian.api.channel;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells people of something in the catalogue of messages that no move of an order causes. Joins the caller's transaction; the
 * message goes out after its commit. Thread-safe.
 */
@ProviderType
public interface Notices {

    /**
     * Something to tell.
     *
     * @param message id in the catalogue, such as {@code butler-assigned}
     * @param account account that is told, and whose preferences count
     * @param orderId order it is about, or null; its persons are told as the catalogue says
     * @param occasion tells it from others of this kind about the same order or account; a known one is not told again
     * @param values variables of the message that do not come from the order; without personal data
     */
    record Notice(String message, String account, String orderId, String occasion, Map<String, String> values) {

        /** Copies the map. */
        public Notice {
            values = Map.copyOf(values);
        }
    }

    /**
     * Tells it over every way that is there and wanted.
     *
     * @throws IllegalArgumentException when the catalogue has no such message, or a value is none of its variables
     */
    void tell(Notice notice);
}
