package org.openbeian.channel.wecom;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the robots of chat groups are called. */
@ObjectClassDefinition(name = "OpenBeian WeCom robot",
    description = "How the robots of chat groups are called. A bad value is refused and named in the log; the old configuration stays.")
@interface WecomConfig {

    /** Longest time that a call may take. */
    @AttributeDefinition(name = "Timeout", description = "Milliseconds that a call may take, 1000 to 15000, and no"
        + " more than patience.millis of org.openbeian.outgoing")
    int timeout_millis() default 10_000;
}
