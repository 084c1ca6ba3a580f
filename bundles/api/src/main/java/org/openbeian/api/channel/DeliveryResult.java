package org.openbeian.api.channel;

import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.security.Masks;

/**
 * How one try to deliver a message ended.
 *
 * @param status how it ended
 * @param detail provider's reference or reason, without personal data; may be null
 * @param parts how many messages the provider counts it as, at least 1: a long SMS goes in several
 */
public record DeliveryResult(Status status, String detail, int parts) {

    /**
     * Masks numbers and addresses of persons, which other sides like to repeat when they complain. A reference stays as
     * it is: it is not about a person, and a Message-ID, the proof of delivery, looks like an address.
     */
    public DeliveryResult {
        detail = status == Status.ACCEPTED || status == Status.SENT ? detail : Masks.text(detail);
        parts = Math.max(parts, 1);
    }

    /** A try that counts as one message. */
    public DeliveryResult(Status status, String detail) {
        this(status, detail, 1);
    }

    /** How a try can end. */
    public enum Status {
        /** The other side took it. */
        ACCEPTED,
        /** The other side took it, and will tell {@link Receipts} under the reference whether it arrived. */
        SENT,
        /** The other side confirmed that it arrived. */
        DELIVERED,
        /** Not possible now; try again later. */
        RETRY_LATER,
        /** The other side is well and takes no more now, as of a limit of messages in a minute; try again later. */
        BUSY,
        /** The other side refused this message for good; others may pass. */
        REFUSED,
        /** The other side is gone, or lets nothing of ours pass until somebody there changes it: no message will arrive there. */
        GONE
    }

    /** Accepted, with the provider's reference. */
    public static DeliveryResult accepted(String reference) {
        return new DeliveryResult(Status.ACCEPTED, reference);
    }

    /**
     * Taken by a provider that will tell whether it arrived.
     *
     * @param reference the provider's reference, under which its receipt comes; unique on the channel
     * @param parts how many messages the provider counts it as
     */
    public static DeliveryResult sent(String reference, int parts) {
        return new DeliveryResult(Status.SENT, reference, parts);
    }

    /** Whether the other side has the message. */
    public boolean isTaken() {
        return status == Status.ACCEPTED || status == Status.SENT || status == Status.DELIVERED;
    }

    /** Delivered. */
    public static DeliveryResult delivered() {
        return new DeliveryResult(Status.DELIVERED, null);
    }

    /** To be tried again, because of the cause. */
    public static DeliveryResult retryLater(String cause) {
        return new DeliveryResult(Status.RETRY_LATER, cause);
    }

    /** Not taken now, because the other side is asked too often, for the cause that it gives. */
    public static DeliveryResult busy(String cause) {
        return new DeliveryResult(Status.BUSY, cause);
    }

    /** Nothing will arrive there, because of the cause. */
    public static DeliveryResult gone(String cause) {
        return new DeliveryResult(Status.GONE, cause);
    }

    /**
     * To be tried again, also when the address may not be called: what the operator allows may not be known yet while the server
     * starts, and nothing was sent.
     */
    public static DeliveryResult failed(OutgoingFailure failure) {
        return retryLater(failure.getMessage());
    }

    /** This message is refused for good, because of the cause. */
    public static DeliveryResult refused(String cause) {
        return new DeliveryResult(Status.REFUSED, cause);
    }
}
