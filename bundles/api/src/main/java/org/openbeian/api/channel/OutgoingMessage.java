package org.openbeian.api.channel;

import java.time.Instant;
import java.util.Map;
import org.openbeian.api.model.LocalizedText;

/**
 * One message to one receiver over one channel; the body of the exchange on {@code direct:channel.<id>}.
 *
 * @param key the same on every repeat, so that the receiver can tell; safe in a Message-ID
 * @param message id of the message in the catalogue, such as {@code pre-review-passed}, or type of an event for machines
 * @param orderId order it is about, or null
 * @param account account it belongs to
 * @param address address on this channel: mail address, phone number, account name or id of an endpoint
 * @param subject subject line in both languages
 * @param text body in both languages, plain text
 * @param createdAt when the event happened
 * @param extras what only some channels need; never null
 */
public record OutgoingMessage(String key, String message, String orderId, String account, String address,
        LocalizedText subject, LocalizedText text, Instant createdAt, Extras extras) {

    /** Puts {@link Extras#NONE} for null. */
    public OutgoingMessage {
        extras = extras == null ? Extras.NONE : extras;
    }

    /** A message without extras. */
    public OutgoingMessage(String key, String message, String orderId, String account, String address,
            LocalizedText subject, LocalizedText text, Instant createdAt) {
        this(key, message, orderId, account, address, subject, text, createdAt, Extras.NONE);
    }

    /**
     * What only some channels need.
     *
     * @param language the language that the receiver chose, {@code zh-CN} or {@code en}; null for both
     * @param values the variables of the catalogue for this message, for providers who keep the templates themselves; never null
     * @param payload the message for machines, a JSON object; null when there is none
     * @param unsubscribe address at which the receiver ends messages that can be ended; null for others
     */
    public record Extras(String language, Map<String, LocalizedText> values, String payload, String unsubscribe) {

        /** Nothing beside the texts. */
        public static final Extras NONE = new Extras(null, Map.of(), null, null);

        /** Copies the map. */
        public Extras {
            values = Map.copyOf(values);
        }

        /** Tells nothing: the values may be personal. */
        @Override
        public String toString() {
            return "Extras";
        }
    }

    /** Whether the English text is the one to send where only one fits. */
    public boolean inEnglish() {
        return "en".equals(extras.language());
    }

    /** The subject in the language that is sent where only one fits: what the receiver chose, else Chinese. */
    public String oneSubject() {
        return inEnglish() ? subject.en() : subject.zh();
    }

    /** The text in the language that is sent where only one fits: what the receiver chose, else Chinese. */
    public String oneText() {
        return inEnglish() ? text.en() : text.zh();
    }

    /** Names key and message only; the rest is personal data. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + message + " " + key + "]";
    }
}
