package org.openbeian.inventory.tencent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An account of the cloud whose servers may carry filings; one configuration each. */
@ObjectClassDefinition(name = "OpenBeian inventory of Tencent Cloud",
    description = "An account at Tencent Cloud whose cloud servers may carry filings: one file each,"
        + " org.openbeian.inventory.tencent-NAME.cfg")
@interface CvmConfig {

    /** Account of this server that the servers belong to. */
    @AttributeDefinition(name = "Account", description = "Account of this server that the cloud servers belong to")
    String account() default "";

    /** Address of the service. */
    @AttributeDefinition(name = "Address", description = "Address of the service")
    String address() default "https://cvm.tencentcloudapi.com/";

    /** Regions to look in. */
    @AttributeDefinition(name = "Regions", description = "Regions to look in, in this order; a few, since one after the other is asked")
    String[] regions() default {"ap-guangzhou"};

    /** Which regions lie in mainland China. */
    @AttributeDefinition(name = "Mainland", description = "Which regions lie in mainland China (Q-02)")
    String[] mainland() default {"ap-guangzhou", "ap-shanghai", "ap-nanjing", "ap-beijing", "ap-chengdu", "ap-chongqing"};

    /** Id of the access key. */
    @AttributeDefinition(name = "Key id", description = "Id of an access key that may call DescribeInstances")
    String id() default "";

    /** Secret of the access key; the leading dot keeps it out of the service registry. */
    @AttributeDefinition(name = "Key secret", description = "Secret of the access key, as secret:NAME; NAME is set with beian:secret-set."
        + " In production nothing else is taken", type = AttributeType.PASSWORD)
    String _key();

    /** How long an answer counts, in seconds. */
    @AttributeDefinition(name = "Seconds kept", description = "How long an answer counts, in seconds", min = "0", max = "3600")
    int keep_seconds() default 60;
}
