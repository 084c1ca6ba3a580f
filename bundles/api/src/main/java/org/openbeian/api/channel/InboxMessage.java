package org.openbeian.api.channel;

import java.time.Instant;
import org.openbeian.api.model.LocalizedText;

/**
 * A message in an account's box inside the product (系统消息).
 *
 * @param id number of the message
 * @param account owner of the box
 * @param orderId order it is about
 * @param message id of the message in the catalogue
 * @param subject subject in both languages
 * @param text body in both languages
 * @param createdAt when the event happened
 * @param read whether the owner has read it
 */
public record InboxMessage(long id, String account, String orderId, String message, LocalizedText subject,
        LocalizedText text, Instant createdAt, boolean read) {

    /** Names id and message only; the rest is personal data. */
    @Override
    public String toString() {
        return "InboxMessage[" + id + " " + message + "]";
    }
}
