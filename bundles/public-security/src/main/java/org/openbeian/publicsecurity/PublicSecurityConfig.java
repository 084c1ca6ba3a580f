package org.openbeian.publicsecurity;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.publicsecurity}. */
@ObjectClassDefinition(name = "OpenBeian public security", description = "Public-security filings of granted websites. A bad value is"
    + " refused and named in the log; the old one stays.")
@interface PublicSecurityConfig {

    /** Review of the subject. */
    @AttributeDefinition(name = "Review of the subject", description = "Working days within which the police usually answers about the"
        + " operating subject (T-64), 1 to 60")
    int organizer_days() default 3;

    /** Review of the website. */
    @AttributeDefinition(name = "Review of the website", description = "Working days within which the police usually answers about the"
        + " website (T-74), 1 to 60")
    int site_days() default 5;

    /** Reminders of appointments. */
    @AttributeDefinition(name = "Appointments", description = "Hours before an appointment at which it is told again, growing")
    int[] appointment_hours() default {24, 72};

    /** Largest picture. */
    @AttributeDefinition(name = "Picture", description = "Most bytes of a picture that the platform takes (T-65), 100000 to 10000000")
    int picture_bytes() default 524_288;

    /** Shortest edge that is still legible. */
    @AttributeDefinition(name = "Legible", description = "Points of the longer edge below which a picture is not made smaller, 400 to 4000")
    int picture_edge() default 1000;

    /** Term of a data code. */
    @AttributeDefinition(name = "Data code", description = "Days for which a data code can be entered on the platform, from the day of its"
        + " issue, 1 to 365")
    int code_days() default 30;

    /** Reminders of data codes. */
    @AttributeDefinition(name = "Reminders of data codes", description = "Days before the end of a data code at which it is told again,"
        + " growing")
    int[] code_reminder_days() default {3, 10};

    /** How often answers are fetched. */
    @AttributeDefinition(name = "Answers", description = "Minutes between two looks for answers to what a gateway submitted, 5 to 1440")
    int gateway_minutes() default 60;

    /** How soon a gateway is tried again. */
    @AttributeDefinition(name = "Again", description = "Minutes until a gateway that failed is tried again, 1 to 1440")
    int gateway_retry_minutes() default 5;

    /** How long a gateway may take. */
    @AttributeDefinition(name = "Patience", description = "Seconds that one call of a gateway may take; then its outcome counts as"
        + " doubtful, 1 to 600")
    int gateway_seconds() default 60;
}
