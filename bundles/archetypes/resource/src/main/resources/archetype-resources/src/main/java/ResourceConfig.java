package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a ${kind} resource must fulfil. */
@ObjectClassDefinition(name = "Resources of kind ${kind}", description = "What a ${kind} resource must fulfil to carry a filing")
public @interface ResourceConfig {

    /** How many services one carries at most. */
    @AttributeDefinition(description = "How many services one carries at most", min = "1", max = "1000")
    int servicesPerResource() default 5;
}
