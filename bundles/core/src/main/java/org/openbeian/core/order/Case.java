package org.openbeian.core.order;

/** Which of several ways an event takes in the same state. */
enum Case {
    /** The ordinary way. */
    USUAL,
    /** Rules or a plugin that the order needs are not there. */
    PLUGIN_AWAY,
    /** The principal did not answer. */
    MISSED,
    /** The principal did not answer for the last time. */
    UNREACHABLE,
    /** The type of filing needs no SMS verification. */
    EXEMPT,
    /** The organizer is new, so the ministry sends it a filing password (W-33). */
    NEW_ORGANIZER,
    /** The applicant alone can mend what the authority's data checks found. */
    APPLICANTS,
    /** What is filed is changed, or gets an access: no number is new, and no first opening follows. */
    UPDATED,
    /** Records end instead of being granted. */
    ENDED
}
