package org.openbeian.resource.cvm;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a cloud server must fulfil. */
@ObjectClassDefinition(name = "OpenBeian cloud server", description = "What a cloud server must fulfil to carry a filing")
public @interface CvmConfig {

    /** Least months bought, renewals included. */
    @AttributeDefinition(description = "Least months bought, renewals included (A-12)", min = "1", max = "120")
    int monthsBought() default 3;

    /** Least months left while the filing is under way, inclusive. */
    @AttributeDefinition(description = "Least months left while the filing is under way, inclusive (A-13)", min = "1", max = "120")
    int monthsLeft() default 1;

    /** How many services one server carries at most. */
    @AttributeDefinition(description = "How many services one server carries at most", min = "1", max = "1000")
    int servicesPerServer() default 5;

    /** How many websites one public address carries at most; 0 for any number. */
    @AttributeDefinition(description = "How many websites one public address carries at most; 0 for any number", min = "0", max = "1000")
    int sitesPerAddress() default 0;

    /** How many authorization codes one server may issue. */
    @AttributeDefinition(description = "How many authorization codes one server may issue (A-18)", min = "0", max = "1000")
    int codesPerServer() default 5;
}
