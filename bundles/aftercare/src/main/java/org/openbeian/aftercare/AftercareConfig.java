package org.openbeian.aftercare;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.aftercare}. */
@ObjectClassDefinition(name = "OpenBeian aftercare", description = "What is owed after the grant. A bad value is refused and named in"
    + " the log; the old one stays.")
@interface AftercareConfig {

    /** Term of the public-security filing. */
    @AttributeDefinition(name = "Public-security filing", description = "Days from the opening, or from the grant while no opening is"
        + " recorded, within which the public-security filing is applied for (T-45), 1 to 365")
    int psb_days() default 30;

    /** Term of the public-security number. */
    @AttributeDefinition(name = "Public-security footer", description = "Days from its grant within which the page shows the"
        + " public-security number (T-95), 1 to 365")
    int psb_footer_days() default 30;

    /** When reminders go out. */
    @AttributeDefinition(name = "Reminders", description = "Days from the beginning of a term on which its reminders go out, growing")
    int[] reminder_days() default {1, 15, 23, 28, 30};

    /** How often an overdue duty is told. */
    @AttributeDefinition(name = "Overdue", description = "Days between two reminders of an overdue duty, 1 to 90")
    int overdue_days() default 1;

    /** How often a page is inspected that was right. */
    @AttributeDefinition(name = "Inspection when right", description = "Days between two inspections of a page that was right, 1 to 365")
    int inspect_right_days() default 7;

    /** How often a page is inspected that was not. */
    @AttributeDefinition(name = "Inspection when wrong", description = "Days between two inspections of a page that was wrong or could"
        + " not be read, 1 to 365")
    int inspect_wrong_days() default 1;

    /** How often a wrong page is told. */
    @AttributeDefinition(name = "Wrong footer told", description = "Days between two messages about the same faults, 1 to 90")
    int wrong_told_days() default 7;

    /** Largest page. */
    @AttributeDefinition(name = "Page size", description = "Most bytes of a page that are read, 10000 to 20000000")
    int page_bytes() default 2_000_000;

    /** Slowest page. */
    @AttributeDefinition(name = "Page time", description = "Seconds that all requests of one inspection may take together, 1 to 120")
    int page_seconds() default 20;

    /** How many pages are fetched at once. */
    @AttributeDefinition(name = "Pages at once", description = "How many pages are inspected at the same time, 1 to 16")
    int pages_at_once() default 2;

    /** Pages that show that the network is there. */
    @AttributeDefinition(name = "Witnesses", description = "Addresses of pages known to answer. When a site cannot be reached, one of"
        + " them is asked: when none answers either, the fault is this server's network, and nothing is concluded about the site. Empty:"
        + " nobody is asked")
    String[] witnesses() default {"https://beian.miit.gov.cn/", "https://www.gov.cn/"};

    /** How long a courier may take. */
    @AttributeDefinition(name = "Patience with the courier", description = "Seconds that handing a parcel to the courier may take, 1 to"
        + " 600")
    int courier_seconds() default 30;

    /** Where public-security numbers link to. */
    @AttributeDefinition(name = "Public-security link", description = "Address that the public-security number links to; its 14 digits"
        + " are put at the end (T-94, T-96)")
    String police_link() default "https://beian.mps.gov.cn/#/query/webSearch?code=";

    /** Where the badge is. */
    @AttributeDefinition(name = "Public-security badge", description = "Address of the police's badge on the site itself; it is"
        + " downloaded from the platform after the grant (T-95)")
    String police_icon() default "/beian-badge.png";

    /** What a compensation counts. */
    @AttributeDefinition(name = "Compensation", description = "Free server time for the time that a filing took (W-12): GROSS counts all"
        + " of it, NET leaves out what the order waited for the applicant, NONE grants nothing")
    String compensation_policy() default "GROSS";

    /** Since when filings are compensated. */
    @AttributeDefinition(name = "Compensated since", description = "Day of the first approval that is compensated, such as 2026-01-31;"
        + " empty: what is approved after the installation")
    String compensation_since() default "";

    /** The longest compensation. */
    @AttributeDefinition(name = "Longest compensation", description = "Most days that are granted for one order, 0 to 3650; 0 for no"
        + " limit")
    int compensation_cap_days() default 0;

    /** How a begun day is rounded. */
    @AttributeDefinition(name = "Rounding of the compensation", description = "UP grants a begun day whole, DOWN leaves it out")
    String compensation_rounding() default "UP";

    /** Which orders are compensated. */
    @AttributeDefinition(name = "Compensated types", description = "Filing types that get a compensation")
    String[] compensation_types() default {"FIRST", "NEW_SERVICE", "ACCESS"};
}
