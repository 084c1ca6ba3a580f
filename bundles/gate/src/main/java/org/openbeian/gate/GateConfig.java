package org.openbeian.gate;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the gate follows the store, and how long its words hold. */
@ObjectClassDefinition(name = "OpenBeian gate", description = "How the gate follows the store, and how long its words hold")
public @interface GateConfig {

    /** Milliseconds between two looks at the store. */
    @AttributeDefinition(name = "poll.millis", description = "Milliseconds between two looks at the store", min = "50", max = "10000")
    int poll_millis() default 300;

    /** Seconds without a look at the store after which every answer is UNKNOWN. */
    @AttributeDefinition(name = "stale.seconds",
        description = "Seconds without a look at the store after which every answer is UNKNOWN", min = "2", max = "3600")
    int stale_seconds() default 30;

    /** Seconds that a signed verdict holds. */
    @AttributeDefinition(name = "verdict.seconds", description = "Seconds that a signed verdict holds", min = "5", max = "3600")
    int verdict_seconds() default 60;

    /** Seconds that accepted credentials are not checked again. */
    @AttributeDefinition(name = "credentials.seconds",
        description = "Seconds that accepted credentials are not checked again", min = "1", max = "300")
    int credentials_seconds() default 5;

    /** Days that changes are kept for those who keep a copy. */
    @AttributeDefinition(name = "changes.days", description = "Days that changes are kept for those who keep a copy",
        min = "1", max = "365")
    int changes_days() default 7;
}
