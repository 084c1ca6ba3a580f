package org.openbeian.butler;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.butler}. */
@ObjectClassDefinition(name = "OpenBeian butler", description = "The paid, voluntary service beside a filing")
@interface ButlerConfig {

    /** Prices by item. */
    @AttributeDefinition(name = "Prices", description = "ITEM=CNY with two decimals, one an entry. icp.first lasts until the"
            + " authority's approval, psb is the public-security filing afterwards; both together cost their sum")
    String[] prices() default {"icp.first=600.00", "psb=600.00"};
}
