package org.openbeian.core.eligibility;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the server knows of regions. */
@ObjectClassDefinition(name = "OpenBeian eligibility", description = "Where the regions lie that questions name")
public @interface EligibilityConfig {

    /** Ids of regions in mainland China. */
    @AttributeDefinition(name = "regions.mainland", description = "Ids of regions in mainland China (Q-02)")
    String[] regions_mainland() default {"ap-beijing", "ap-chengdu", "ap-chongqing", "ap-guangzhou", "ap-nanjing", "ap-shanghai",
        "pek2", "pek3", "sh1", "gd2"};

    /** Ids of regions elsewhere; Hong Kong, Macao and Taiwan are not mainland. */
    @AttributeDefinition(name = "regions.elsewhere",
        description = "Ids of regions elsewhere; Hong Kong, Macao and Taiwan are not mainland (Q-02)")
    String[] regions_elsewhere() default {"ap-hongkong", "ap-taipei", "ap-singapore", "ap-bangkok", "ap-jakarta", "ap-seoul",
        "ap-tokyo", "eu-frankfurt", "na-ashburn", "na-siliconvalley", "sa-saopaulo"};
}
