package org.openbeian.resource.serverless;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a Serverless resource package must fulfil. */
@ObjectClassDefinition(name = "OpenBeian Serverless package",
        description = "What a Serverless resource package must fulfil to carry a filing")
public @interface ServerlessConfig {

    /** How many packages one account may file on. */
    @AttributeDefinition(description = "How many packages one account may file on (A-15)", min = "1", max = "1000")
    int packagesPerAccount() default 1;

    /** How many services one package carries. */
    @AttributeDefinition(description = "How many services one package carries (A-15)", min = "1", max = "1000")
    int servicesPerPackage() default 2;

    /** Least calls in the package. */
    @AttributeDefinition(description = "Least calls in the package (A-16)", min = "1", max = "2000000000")
    int calls() default 50000000;

    /** Least resource use in the package, in GBs. */
    @AttributeDefinition(description = "Least resource use in the package, in GBs (A-16)", min = "1", max = "2000000000")
    int gigabyteSeconds() default 400000;
}
