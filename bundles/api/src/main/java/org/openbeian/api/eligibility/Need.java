package org.openbeian.api.eligibility;

/** Whether something is needed. */
public enum Need {
    /** It is needed. */
    REQUIRED,
    /** It may be done on wish. */
    OPTIONAL,
    /** It is not needed. */
    NOT_REQUIRED,
    /** It cannot be said; the answer names what is missing. */
    UNKNOWN
}
