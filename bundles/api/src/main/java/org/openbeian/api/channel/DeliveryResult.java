package org.openbeian.api.channel;

import org.openbeian.api.security.Masks;

/**
 * How one try to deliver a message ended.
 *
 * @param status how it ended
 * @param detail provider's reference or reason, without personal data; may be null
 */
public record DeliveryResult(Status status, String detail) {

    /**
     * Masks numbers and addresses of persons, which other sides like to repeat when they complain. A reference stays as
     * it is: it is not about a person, and a Message-ID, the proof of delivery, looks like an address.
     */
    public DeliveryResult {
        detail = status == Status.ACCEPTED ? detail : Masks.text(detail);
    }

    /** The four ways a try can end. */
    public enum Status {
        /** The other side took it. */
        ACCEPTED,
        /** The other side confirmed that it arrived. */
        DELIVERED,
        /** Not possible now; try again later. */
        RETRY_LATER,
        /** The other side refused it for good. */
        REFUSED
    }

    /** Accepted, with the provider's reference. */
    public static DeliveryResult accepted(String reference) {
        return new DeliveryResult(Status.ACCEPTED, reference);
    }

    /** Delivered. */
    public static DeliveryResult delivered() {
        return new DeliveryResult(Status.DELIVERED, null);
    }

    /** To be tried again, because of the cause. */
    public static DeliveryResult retryLater(String cause) {
        return new DeliveryResult(Status.RETRY_LATER, cause);
    }

    /** Refused for good, because of the cause. */
    public static DeliveryResult refused(String cause) {
        return new DeliveryResult(Status.REFUSED, cause);
    }
}
