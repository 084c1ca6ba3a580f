package org.openbeian.core.message;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of who is told how. */
@ObjectClassDefinition(name = "OpenBeian messages",
    description = "Quiet hours, fallback and endpoints of messages. A bad value is refused and named in the log; the old one stays.")
public @interface MessageConfig {

    /** Begin of the quiet hours. */
    @AttributeDefinition(name = "Quiet from", description = "When the quiet hours begin, Beijing time, as HH:MM: SMS and robots keep "
        + "still then unless a message is urgent; the same as their end for none. Accounts and persons may choose their own")
    String quiet_from() default "22:00";

    /** End of the quiet hours. */
    @AttributeDefinition(name = "Quiet to", description = "When the quiet hours end, Beijing time, as HH:MM")
    String quiet_to() default "08:00";

    /** When a message that cannot be sent goes its next way. */
    @AttributeDefinition(name = "Fallback", description = "Minutes after which an SMS that could not be handed to its provider goes its "
        + "next way, 1 to 1440")
    int fallback_minutes() default 10;

    /** How long a receipt is awaited. */
    @AttributeDefinition(name = "Receipt", description = "Minutes after which an SMS whose provider does not tell that it arrived goes "
        + "its next way, 1 to 1440")
    int receipt_minutes() default 15;

    /** How long messages are kept for a channel that left. */
    @AttributeDefinition(name = "Channels away", description = "Hours for which what is told is kept for a channel whose bundle was "
        + "stopped or removed, and goes out when it is back; then it goes its next way, or is given up and listed. 0 to 8760; 0 to keep "
        + "nothing")
    int channel_away_hours() default 72;

    /** Address of this server for people. */
    @AttributeDefinition(name = "Public address", required = false, description = "Address at which people reach this server, such as "
        + "https://beian.example.com; links in mails and for phones begin with it; without one "
        + "mails have no link to unsubscribe, and links for phones begin with the address of the request")
    String public_address() default "";

    /** When an endpoint that fails is disabled. */
    @AttributeDefinition(name = "Endpoints disabled after", description = "Hours of failure after which an endpoint is disabled and its "
        + "account told, 1 to 8760")
    int endpoint_disable_hours() default 120;

    /** Endpoints of one account. */
    @AttributeDefinition(name = "Endpoints", description = "Endpoints that one account may have, 0 to 1000")
    int endpoints_max() default 10;
}
