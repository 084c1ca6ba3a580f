package org.openbeian.api.channel;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;

/**
 * One message to one receiver over one channel; the body of the exchange on {@code direct:channel.<id>}.
 *
 * @param key the same on every repeat, so that the receiver can tell; safe in a Message-ID
 * @param message id of the message in the catalogue, such as {@code pre-review-passed}
 * @param orderId order it is about
 * @param account account it belongs to
 * @param address address on this channel: mail address, phone number or account name
 * @param subject subject line in both languages
 * @param text body in both languages, plain text
 * @param createdAt when the event happened
 */
public record OutgoingMessage(String key, String message, String orderId, String account, String address,
        LocalizedText subject, LocalizedText text, Instant createdAt) {

    /** Names key and message only; the rest is personal data. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + message + " " + key + "]";
    }
}
