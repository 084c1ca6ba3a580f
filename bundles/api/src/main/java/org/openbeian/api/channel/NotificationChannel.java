package org.openbeian.api.channel;

import org.openbeian.api.model.LocalizedText;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to reach people. The plugin registers this service and a Camel {@code RoutesBuilder} service that contributes
 * {@code direct:channel.<id>}: in goes one {@link OutgoingMessage}, out comes one {@link DeliveryResult}. The route must
 * end within its own time limits; an exception counts as {@link DeliveryResult.Status#RETRY_LATER}. While the plugin is
 * away its lane keeps the messages.
 */
@ConsumerType
public interface NotificationChannel {

    /** Id of the channel, such as {@code email}; lower-case letters, digits and hyphens. */
    String id();

    /** Name of the channel for people. */
    LocalizedText name();

    /** What an address on this channel is. */
    AddressKind addressKind();

    /** What an address on a channel is. */
    enum AddressKind {
        /** The name of the account. */
        ACCOUNT,
        /** An e-mail address. */
        EMAIL,
        /** A mobile number. */
        MOBILE
    }
}
