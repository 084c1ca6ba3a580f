package org.openbeian.api.channel;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Masks;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to reach people. The plugin registers this service and a Camel {@code RoutesBuilder} service that contributes
 * {@code direct:channel.<id>}: in goes one {@link OutgoingMessage}, out comes one {@link DeliveryResult}. The route must
 * end within its own time limits, and is cut off after 30 seconds. An exception means that the channel as a whole failed:
 * the message and those behind it wait, and after a few the channel is left alone for a while; a {@link ChannelFailure} says in
 * the record of the delivery why. While the route is away (plugin removed or not configured) the lane keeps the messages.
 */
@ConsumerType
public interface NotificationChannel {

    /**
     * Header on each exchange (Boolean): true while more messages of the same batch follow, so that a connection may be
     * kept for them.
     */
    String MORE = "OpenBeianMore";

    /** Id of the channel, such as {@code email}; lower-case letters, digits and hyphens. */
    String id();

    /** Name of the channel for people. */
    LocalizedText name();

    /** What an address on this channel is. */
    AddressKind addressKind();

    /**
     * Whether the route does nothing but write to our own store. It then runs on the lane's thread, inside its
     * transaction, without a time limit of its own.
     */
    default boolean transactional() {
        return false;
    }

    /**
     * Which texts the channel carries: {@code inbox}, {@code email}, {@code sms} or {@code im}, or {@code webhook} for machines.
     * Templates may be written for one of these forms, or for the id of a channel.
     */
    default String form() {
        return switch (addressKind()) {
            case ACCOUNT -> "inbox";
            case EMAIL -> "email";
            case MOBILE -> "sms";
            case ENDPOINT -> "im";
        };
    }

    /** What an address on a channel is. */
    enum AddressKind {
        /** The name of the account. */
        ACCOUNT,
        /** An e-mail address. */
        EMAIL,
        /** A mobile number. */
        MOBILE,
        /** The id of an {@link Endpoint} that the account registered; {@link Endpoints#target} knows where it is. */
        ENDPOINT;

        /** The address as it may be shown and recorded: a name or an id as it is, anything else masked. */
        public String mask(String address) {
            return switch (this) {
                case ACCOUNT, ENDPOINT -> address;
                case EMAIL -> Masks.email(address);
                case MOBILE -> Masks.phone(address);
            };
        }
    }
}
