package org.openbeian.guidance;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.guidance}. */
@ObjectClassDefinition(name = "OpenBeian guidance", description = "Help, enquiries to the specialists and checklists. A bad value is"
    + " refused and named in the log; the old one stays.")
@interface GuidanceConfig {

    /** Promise of an answer. */
    @AttributeDefinition(name = "Promised hours", description = "Hours within which an enquiry is promised its first answer, 0 to 720;"
        + " 0 promises nothing")
    int answer_hours() default 0;

    /** Most enquiries at a time. */
    @AttributeDefinition(name = "Open enquiries", description = "Most enquiries of one account that wait for an answer at a time, 1 to 200")
    int open_most() default 20;

    /** Days of the figures. */
    @AttributeDefinition(name = "Days of figures", description = "Days from which the help takes its figures, 1 to 3650")
    int figures_days() default 90;

    /** Fewest filings of a figure. */
    @AttributeDefinition(name = "Fewest filings", description = "Fewest filings of a province from which the help shows figures to"
        + " everybody, 1 to 10000")
    int figures_least() default 5;

    /** Pages of the provider. */
    @AttributeDefinition(name = "Pages", description = "Pages of the provider that say more, each as the id of a text of the help, = and an"
        + " http or https address, such as clb=https://example.com/clb; term-psb is the platform of the police (T-96)")
    String[] links() default {"term-psb=https://beian.mps.gov.cn/"};
}
