package org.openbeian.core.order;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the table of routes. */
@ObjectClassDefinition(name = "OpenBeian routes to upload accounts",
    description = "Which upload account takes the orders of a province. Orders on their way keep the account by which they were sent, "
        + "and those about a record go to the account that gave it; what was imported was given by its province's own. A bad table is "
        + "refused as a whole and named in the log; the old one stays. While the first one after a start is bad, no order is passed.")
@interface RoutesConfig {

    /** One line for each province whose orders do not go to the account of its own authority. */
    @AttributeDefinition(name = "Routes", required = false, description = "One line for each province that has no upload account of its "
        + "own, such as 430000=440000: orders of 430000 go to the account of 440000, where the provider must be registered for it "
        + "(1045). Earlier accounts, which are still asked for what they say of filed records, follow with commas; 430000=none refuses "
        + "the province's orders when they are submitted. Several lines: routes = [ \"430000=440000\", \"450000=440000\" ]")
    String[] routes() default {};
}
