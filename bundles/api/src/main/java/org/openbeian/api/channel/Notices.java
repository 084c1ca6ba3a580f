package org.openbeian.api.channel;

import java.util.HashMap;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells people of something in the catalogue of messages that no move of an order causes. Joins the caller's transaction; the
 * message goes out after its commit. Thread-safe.
 */
@ProviderType
public interface Notices {

    /** Ends the name of a variable for English readers. */
    String IN_ENGLISH = ".en";

    /**
     * Something to tell.
     *
     * @param message id in the catalogue, such as {@code butler-assigned}
     * @param account account that is told, and whose preferences count
     * @param orderId order it is about, or null; its persons are told as the catalogue says
     * @param occasion tells it from others of this kind about the same order or account; a known one is not told again
     * @param values variables of the message that do not come from the order; without personal data. A name that ends in
     *        {@value Notices#IN_ENGLISH} is what English readers get in place of the one without
     */
    record Notice(String message, String account, String orderId, String occasion, Map<String, String> values) {

        /** Copies the map. */
        public Notice {
            values = Map.copyOf(values);
        }

        /** The same with a variable that reads differently in each language. */
        public Notice with(String name, LocalizedText text) {
            Map<String, String> more = new HashMap<>(values);
            more.put(name, text.zh());
            more.put(name + IN_ENGLISH, text.en());
            return new Notice(message, account, orderId, occasion, more);
        }
    }

    /**
     * Tells it over every way that is there and wanted.
     *
     * @throws IllegalArgumentException when the catalogue has no such message, or a value is none of its variables
     */
    void tell(Notice notice);
}
