package org.openbeian.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.provider}. */
@ObjectClassDefinition(name = "OpenBeian provider", description = "Which profile says who runs this server. A bad value is refused and"
    + " named in the log; the old one stays.")
@interface ProviderConfig {

    /** Id of the profile. */
    @AttributeDefinition(name = "Profile", description = "Id of the profile of the operator, as beian:provider-show lists them; empty for"
        + " none. While the one that is named here is not installed or has mistakes, nothing can be submitted")
    String profile() default "";
}
