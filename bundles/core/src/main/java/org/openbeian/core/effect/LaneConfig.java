package org.openbeian.core.effect;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the message lanes. */
@ObjectClassDefinition(name = "OpenBeian message lanes",
    description = "How messages are taken from the outbox and tried again. A bad value is refused and named in the log; the old "
        + "one stays.")
@interface LaneConfig {

    /** How many messages one transaction takes. */
    @AttributeDefinition(name = "Messages per batch", description = "How many messages one transaction takes, 1 to 500")
    int batch() default 50;

    /** Pause after the first failed try. */
    @AttributeDefinition(name = "First pause", description = "Seconds from the first failed try to the next, doubled with each "
        + "further one, 1 to 3600")
    int first_pause_seconds() default 30;

    /** The pause never grows beyond this. */
    @AttributeDefinition(name = "Longest pause", description = "Seconds beyond which the pause never grows, 1 to 86400")
    int longest_pause_seconds() default 900;

    /** Age at which a message gives up. */
    @AttributeDefinition(name = "Maximum age", description = "Hours after which a message that could not be sent gives up and "
        + "is listed, 1 to 8760")
    int maximum_age_hours() default 72;
}
