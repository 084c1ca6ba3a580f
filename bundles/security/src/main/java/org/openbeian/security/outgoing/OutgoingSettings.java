package org.openbeian.security.outgoing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.outgoing}. */
@ObjectClassDefinition(name = "OpenBeian calls outside", description = "Limits of HTTP calls to addresses outside. A bad value is"
        + " refused and named in the log; the old one stays.")
public @interface OutgoingSettings {

    /** Longest time to connect. */
    @AttributeDefinition(name = "Connect", description = "Longest time to connect, in milliseconds, 100 to 60000")
    int connect_timeout_millis() default 5_000;

    /** Longest time for a call. */
    @AttributeDefinition(name = "Patience", description = "Longest time for a call with all its redirects, in milliseconds, 100 to"
            + " 300000; a call may ask for less")
    int patience_millis() default 15_000;

    /** Longest answer. */
    @AttributeDefinition(name = "Longest answer", description = "Bytes of an answer that are taken at most, 1000 to 50000000; a call"
            + " may ask for less")
    int answer_bytes() default 2_000_000;
}
