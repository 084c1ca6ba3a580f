package org.openbeian.channel.webhook;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How endpoints of accounts are called. */
@ObjectClassDefinition(name = "OpenBeian webhook",
    description = "How endpoints of accounts are called. A bad value is refused and named in the log; the old configuration stays.")
@interface WebhookConfig {

    /** Longest time that a call may take. */
    @AttributeDefinition(name = "Timeout", description = "Milliseconds that a call may take, 1000 to 15000, and no"
        + " more than patience.millis of org.openbeian.outgoing")
    int timeout_millis() default 10_000;

    /** Bytes of an answer that are read at most. */
    @AttributeDefinition(name = "Answer", description = "Bytes of an answer that are read at most, 1024 to 1048576, and"
        + " no more than answer.bytes of org.openbeian.outgoing; a longer one counts as a failure")
    int answer_bytes() default 65_536;
}
