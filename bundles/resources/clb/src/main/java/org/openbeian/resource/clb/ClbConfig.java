package org.openbeian.resource.clb;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a load balancer must fulfil. */
@ObjectClassDefinition(name = "OpenBeian load balancer", description = "What a load balancer must fulfil to carry a filing")
public @interface ClbConfig {

    /** How many services one load balancer carries at most. */
    @AttributeDefinition(description = "How many services one load balancer carries at most", min = "1", max = "1000")
    int servicesPerBalancer() default 5;

    /** How many websites one public address carries at most; 0 for any number. */
    @AttributeDefinition(description = "How many websites one public address carries at most; 0 for any number", min = "0", max = "1000")
    int sitesPerAddress() default 0;
}
