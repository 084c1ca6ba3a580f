package org.openbeian.core.resource;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Ports that are closed before a filing, and what becomes of addresses whose bill is not paid. */
@ObjectClassDefinition(name = "OpenBeian public addresses",
    description = "Ports that are closed before a filing, and what becomes of addresses whose bill is not paid")
public @interface AddressConfig {

    /** Ports that are closed until a filing number is approved, by region. */
    @AttributeDefinition(name = "ports.closed",
        description = "Ports that are closed until a filing number is approved (Q-34), as REGION=PORT; one entry for each port")
    String[] ports_closed() default {"pek2=80"};

    /** Days that an address with verified filing information is kept. */
    @AttributeDefinition(name = "arrears.days", description = "Days that an address with verified filing information is kept when its bill"
        + " is not paid (Q-31)", min = "1", max = "90")
    int arrears_days() default 3;

    /** Hours before the release at which its account is told again. */
    @AttributeDefinition(name = "reminder.hours", description = "Hours before the release at which its account is told again (Q-31)",
        min = "1", max = "720")
    int reminder_hours() default 24;
}
