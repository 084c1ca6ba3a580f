package org.openbeian.core.order;

/** Until when a stage ought to be over. */
enum Deadline {
    /** Nothing is promised. */
    NONE,
    /** As before. */
    UNCHANGED,
    /** The applicant must go on, or the order expires. */
    IDLE,
    /** The promised working days of the pre-review (W-06). */
    PRE_REVIEW,
    /** Twenty-four hours for the SMS code (T-41). */
    SMS,
    /** The longest review of the province's authority (W-30). */
    AUTHORITY
}
