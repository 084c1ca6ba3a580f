package org.openbeian.core.order;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Numbers, deadlines and links of the order life cycle; the defaults are those of the requirement catalogue. */
@ObjectClassDefinition(name = "OpenBeian order life cycle",
    description = "Deadlines, limits and links of filing orders. A bad value is refused and named in the log; the old one stays.")
public @interface CoreConfig {

    /** Ids of the channels that every message goes to. */
    @AttributeDefinition(name = "Channels", description = "Ids of the channels that every message goes to, beside those "
        + "that are installed; while one of them is away its lane keeps the messages")
    String[] channels() default {"inbox", "email"};

    /** Days without a step of the applicant after which a draft or a returned order expires. */
    @AttributeDefinition(name = "Draft expiry", description = "Days without a step of the applicant after which a draft or a "
        + "returned order expires, 1 to 3650")
    int draft_expiry_days() default 45;

    /** Days without a step after which the applicant is reminded. */
    @AttributeDefinition(name = "Draft reminders", description = "Days without a step of the applicant after which a reminder "
        + "is sent, growing")
    int[] draft_reminder_days() default {7, 15, 30};

    /** Materials of one order at most. */
    @AttributeDefinition(name = "Materials", description = "Materials of one order at most, 1 to 500")
    int materials_max() default 40;

    /** Whether materials may be supplied and replaced while an order waits for a specialist. */
    @AttributeDefinition(name = "Materials in review", description = "Whether materials may be supplied and replaced while an order is in "
        + "pre-review and no specialist holds it")
    boolean materials_in_review() default true;

    /** Size of one material at most, in bytes. */
    @AttributeDefinition(name = "Material size", description = "Size of one material at most in bytes, 1000 to 50000000")
    int material_max_bytes() default 4_194_304;

    /** Picture points of one material at most. */
    @AttributeDefinition(name = "Material pixels", description = "Picture points (width times height) of one material at "
        + "most, 10000 to 500000000")
    int material_max_pixels() default 40_000_000;

    /** Longest text of one field, in characters. */
    @AttributeDefinition(name = "Field length", description = "Longest text of one field in characters, 100 to 10000")
    int text_max_length() default 1024;

    /** Promised working days of the pre-review (W-06). */
    @AttributeDefinition(name = "Pre-review", description = "Promised working days of the pre-review (W-06), 1 to 30")
    int pre_review_working_days() default 1;

    /** Working days after which the promise of the pre-review is broken (W-06). */
    @AttributeDefinition(name = "Pre-review breach", description = "Working days after which the promise of the pre-review counts as "
        + "broken in the specialists' queue, 1 to 30")
    int pre_review_breach_working_days() default 2;

    /** Whether nothing passes the pre-review without a logged call (T-33). */
    @AttributeDefinition(name = "Call required", description = "Whether nothing passes the pre-review without a logged, answered call "
        + "(T-33)")
    boolean call_required() default true;

    /** Provinces whose orders need a face verification, beside what rules ask. */
    @AttributeDefinition(name = "Face verification", required = false, description = "Provinces, or *, whose orders cannot be submitted "
        + "without a passed face verification of each service's person in charge; rules may ask for one beside")
    String[] face_provinces() default {};

    /** What a return does to face verifications (T-38). */
    @AttributeDefinition(name = "Face verification after a return", description = "REPEAT has every face verification repeated after every"
        + " return (T-38); CONCERNED only when what was returned concerns the person or the verification")
    String face_after_return() default "REPEAT";

    /** Provinces of which that is relaxed whatever the operator says (T-38). */
    @AttributeDefinition(name = "Face verification kept", required = false, description = "Provinces, or *, where a face verification is"
        + " repeated after a return only when what was returned concerns the person or the verification")
    String[] face_once_provinces() default {};

    /** Organizers of an account. */
    @AttributeDefinition(name = "Organizers of an account", description = "Most organizers that are filed or asked for under one account"
        + " with a checked real name (Q-20), 1 to 200")
    int account_organizers() default 5;

    /** Provinces whose orders need verified mobiles. */
    @AttributeDefinition(name = "Mobiles verified", required = false, description = "Provinces, or *, whose orders cannot be submitted "
        + "before the mobile of each person in charge was verified by a code (T-30); none unless a channel of this server reaches mobiles, "
        + "since nobody could submit otherwise")
    String[] mobile_code_provinces() default {};

    /** Minutes for an upload by phone. */
    @AttributeDefinition(name = "Upload by phone", description = "Minutes for which a link may be used that uploads one material by phone, "
        + "1 to 1440")
    int upload_link_minutes() default 15;

    /** Templates of organizers and principals that an account may keep. */
    @AttributeDefinition(name = "Templates", description = "Templates of organizers and principals that an account may keep, 1 to 10000")
    int templates_max() default 100;

    /** Hours in which a template is reviewed (T-16). */
    @AttributeDefinition(name = "Template review", description = "Hours in which a template is reviewed (T-16), 1 to 720")
    int template_review_hours() default 48;

    /** Hours before the end of that time at which specialists are reminded (T-16). */
    @AttributeDefinition(name = "Template reminder", description = "Hours before the end of that time at which specialists are reminded of"
        + " a template (T-16), 1 to 720")
    int template_reminder_hours() default 12;

    /** Missed calls after which an order is returned. */
    @AttributeDefinition(name = "Calls", description = "Missed calls after which an order is returned as unreachable "
        + "(A-99, A-100), 1 to 10")
    int call_attempts() default 2;

    /** Minutes from a missed call to the next one. */
    @AttributeDefinition(name = "Call again", description = "Minutes from a missed call to the announced next one (A-99), 1 to 1440")
    int call_again_minutes() default 60;

    /** The number from which specialists call. */
    @AttributeDefinition(name = "Call number", required = false, description = "The number from which specialists call, as messages show "
        + "it, such as 0755-12345678")
    String call_number() default "";

    /** Spans of a working day in which specialists call by appointment. */
    @AttributeDefinition(name = "Call windows", description = "Spans of a working day, by Chinese time, that applicants may pick for "
        + "the specialist's call, such as 09:00-11:00")
    String[] call_windows() default {"09:00-11:00", "11:00-12:00", "14:00-16:00", "16:00-18:00"};

    /** How far ahead windows are offered. */
    @AttributeDefinition(name = "Call days", description = "Working days, beginning with today, whose windows are offered, 1 to 20")
    int call_days() default 5;

    /** How many windows an applicant may pick. */
    @AttributeDefinition(name = "Call choices", description = "Windows that an applicant may pick for one call, 1 to 10")
    int call_choices() default 3;

    /** Minutes before a picked window at which the person is reminded. */
    @AttributeDefinition(name = "Call reminder", description = "Minutes before a picked window at which the person is reminded; a window "
        + "is offered until then, 5 to 1440")
    int call_reminder_minutes() default 30;

    /** Hours for the ministry's SMS code (T-41). */
    @AttributeDefinition(name = "SMS verification", description = "Hours for the ministry's SMS code (T-41), 1 to 720")
    int sms_hours() default 24;

    /** Hours after the hand-over at which the receivers of the SMS are reminded. */
    @AttributeDefinition(name = "SMS reminders", description = "Hours after the hand-over at which a reminder of the SMS code "
        + "is sent, growing")
    int[] sms_reminder_hours() default {1, 6, 12, 20};

    /** Expired SMS verifications after which an order must be filed anew (T-42). */
    @AttributeDefinition(name = "SMS limit", description = "Expired SMS verifications after which an order must be filed anew "
        + "(T-42), 1 to 100")
    int sms_expired_limit() default 5;

    /** What an opinion says when wrong codes were entered too often (T-42). */
    @AttributeDefinition(name = "Opinions on wrong SMS codes", description = "Regular expressions; a refusal that holds one of "
        + "them says that wrong codes were entered too often: the interface V3.0 has no code for it. The order returns to the provider")
    String[] sms_wrong_opinions() default {"短信.*错误"};

    /** What an opinion says when no code was entered in time (T-42). */
    @AttributeDefinition(name = "Opinions on expired SMS codes", description = "Regular expressions; a refusal whose opinion holds one "
        + "of them means that no SMS code was entered in time. The order can be sent again unchanged, until the SMS limit is reached")
    String[] sms_expired_opinions() default {"短信.*(未在.*完成|未完成|超时|过期|失效)"};

    /** Filing types that need no SMS verification. */
    @AttributeDefinition(name = "SMS exemptions", description = "Filing types that need no SMS verification (A-104)")
    String[] sms_exempt_types() default {"CANCEL_ACCESS"};

    /** Day from which the authorities verify by SMS. */
    @AttributeDefinition(name = "SMS since", description = "Day from which all authorities verify by SMS (A-104), such as 2020-08-17")
    String sms_since() default "2020-08-17";

    /** New services of one order at most, for units. */
    @AttributeDefinition(name = "Services", description = "New services of one order at most, for units, 1 to 100")
    int services_per_order() default 10;

    /** New services of one order at most, for individuals. */
    @AttributeDefinition(name = "Services of individuals", description = "New services of one order at most, for individuals, 1 to 100")
    int services_per_order_individual() default 1;

    /** Longest review of an authority whose rule bundle does not say, in working days (W-30). */
    @AttributeDefinition(name = "Authority review", description = "Longest review of an authority in working days when its "
        + "rule bundle does not say (W-30), 1 to 365")
    int authority_working_days() default 20;

    /** Days until what an authority found wrong ought to be put right. */
    @AttributeDefinition(name = "Corrections", description = "Days until what an authority found wrong ought to be put right, 1 to 365")
    int correction_days() default 30;

    /** Working days until a verification task of an authority ought to be answered. */
    @AttributeDefinition(name = "Verification tasks", description = "Working days until a verification task of an authority ought to "
        + "be answered, 1 to 365")
    int verification_working_days() default 10;

    /** Days from the approval to the public-security filing (T-45). */
    @AttributeDefinition(name = "Public-security filing", description = "Days from the approval to the public-security filing "
        + "(T-45), 1 to 365")
    int public_security_days() default 30;

    /** Address that the number in the footer links to (W-21). */
    @AttributeDefinition(name = "Footer link", description = "Address that the number in the footer links to (W-21), http or https")
    String footer_link() default "https://beian.miit.gov.cn/";

    /** Page on which the ministry recovers a lost filing password (W-35). */
    @AttributeDefinition(name = "Recovery of the filing password", description = "Address of the ministry's page that recovers a lost "
        + "filing password (W-35), http or https")
    String password_page() default "https://beian.miit.gov.cn/";

    /** Pages of the public register that a person opens to ask it (E-19, T-49). */
    @AttributeDefinition(name = "Pages of the public register", description = "Addresses, http or https, that a person opens to ask the "
        + "public register (T-49); the server itself never calls them")
    String[] public_registry_pages() default {"https://beian.miit.gov.cn/"};

    /** Days for which an answer of the public register counts (E-19). */
    @AttributeDefinition(name = "Answers of the public register", description = "Days for which an answer of the public register "
        + "counts (E-19), 1 to 365; an older one is unknown")
    int public_registry_days() default 30;

    /** Seconds that a source of the public register may take. */
    @AttributeDefinition(name = "Patience with the public register", description = "Seconds that a plugin which knows the public "
        + "register may take to answer, 1 to 60; after that it does not know")
    int public_registry_seconds() default 5;
}
