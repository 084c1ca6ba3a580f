package org.openbeian.authority.simulator;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the simulator is set up. */
@ObjectClassDefinition(name = "Authority simulator",
    description = "Authorities, ministry and people who answer, on a virtual clock. Not for production.")
@interface SimulatorConfiguration {

    @AttributeDefinition(description = "Name of every upload account")
    String user_name() default "openbeian";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Password of every upload account")
    String password() default "simulator-only";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "AES key of every upload account: 16, 24 or 32 characters")
    String encryption_key() default "openbeian-sim-01";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "AES initialisation vector: 16 characters")
    String encryption_iv() default "openbeian-sim-iv";

    @AttributeDefinition(required = false, description = "Provinces for which accounts are registered beside their own, one line for each "
        + "account, such as 440000=430000,450000; what is reported for others is refused with 1045")
    String[] registered() default {};

    @AttributeDefinition(required = false, description = "Authorities that take the ministry's interface V.3.0 alone, such as 620000; a"
        + " document of X.1.0 is refused there with 5001. All others take both")
    String[] plain() default {};

    @AttributeDefinition(description = "Virtual minutes after which persons enter their codes, 0 to 1439")
    int answer_minutes() default 10;

    @AttributeDefinition(description = "Working days that a review takes, 0 to 365")
    int review_days() default 7;

    @AttributeDefinition(description = "Real milliseconds between two looks at what is due, 1 to 10000")
    int poll_millis() default 20;

    @AttributeDefinition(description = "Real milliseconds between two jumps of the clock, 0 to 60000")
    int pause_millis() default 50;

    @AttributeDefinition(description = "Whether the clock jumps only when told")
    boolean paused() default false;
}
