package org.openbeian.api.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.channel.DeliveryResult;
import org.osgi.annotation.versioning.ProviderType;

/** What became of each message. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface DeliveryStore {

    /**
     * One try to deliver a message, or a receipt for it.
     *
     * @param account account it belongs to; null for tries of former versions
     * @param orderId order it is about, or null
     * @param message id of the message in the catalogue
     * @param channel id of the channel
     * @param maskedAddress address, masked
     * @param key key of the message
     * @param attempt number of the try, from 1; a receipt has that of the try it is about
     * @param result how the try ended
     * @param at when
     */
    record Delivery(String account, String orderId, String message, String channel, String maskedAddress, String key, int attempt,
            DeliveryResult result, Instant at) {
    }

    /**
     * How a channel did.
     *
     * @param channel id of the channel
     * @param status how tries ended
     * @param tries how many
     * @param parts how many messages the provider counts them as
     */
    record Count(String channel, DeliveryResult.Status status, long tries, long parts) {
    }

    /** Stores tries. */
    void add(List<Delivery> deliveries);

    /** The tries about an order, oldest first. */
    List<Delivery> list(String orderId);

    /** The tries over one channel to one masked address or endpoint, newest first. */
    List<Delivery> ofAddress(String channel, String maskedAddress, int limit);

    /** The tries of messages to an account and its persons, be they about an order or not, newest first. */
    List<Delivery> ofAccount(String account, int limit);

    /**
     * Takes the try that a provider took under a reference ({@link DeliveryResult.Status#SENT}) and whose receipt was not taken
     * yet: a second one of the same reference finds nothing.
     */
    Optional<Delivery> takeSent(String channel, String reference);

    /** How long a receipt is kept whose message is not known yet; references may come again some day. */
    Duration EARLY = Duration.ofHours(1);

    /**
     * A receipt.
     *
     * @param spellings the provider's reference of the message as the receipt has it, then its other spellings; not empty
     * @param result what it tells
     */
    record Receipt(List<String> spellings, DeliveryResult result) {

        /** Copies the list. */
        public Receipt {
            spellings = List.copyOf(spellings);
        }

        /** The reference as the receipt has it. */
        public String reference() {
            return spellings.get(0);
        }
    }

    /**
     * Keeps a receipt whose message is not known yet: the other side may be faster than the commit of what it took. The first that
     * came counts for {@link #EARLY}.
     */
    void keepEarly(String channel, Receipt receipt, Instant at);

    /**
     * The receipts of a channel that are kept at this time and whose messages are known as sent by now, oldest first; each has its
     * reference and those of its other spellings that await one.
     */
    List<Receipt> early(String channel, Instant now);

    /** Forgets a kept receipt, whose message was found. */
    void dropEarly(String channel, String reference);

    /** Whether a message was sent and its receipt has not come. */
    boolean awaitsReceipt(String key);

    /** Tries since a time, by channel and status. */
    List<Count> count(Instant since);
}
