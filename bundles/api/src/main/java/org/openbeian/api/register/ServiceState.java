package org.openbeian.api.register;

/** How a service stands in the register. */
public enum ServiceState {
    /** Filed, and accessed by at least one provider. */
    ACTIVE,
    /** Filed and accessed, and a change of it lies with the authority. Told to people and never stored: the order says it. */
    CHANGE_PENDING,
    /** Filed, and not accessed here any more; without an access at another provider it is an empty shell (空壳网站). */
    ACCESS_CANCELLED,
    /** The authority demands a correction (XGTZ); it stays online until the time is over. */
    RECTIFY_REQUIRED,
    /** Blacklisted by the authority, and not to be served (HMDLB, FFJRHMD). */
    BLOCKED,
    /** Cancelled; the number never returns. */
    CANCELLED;

    /** Whether the authority holds it so, whatever is published meanwhile. */
    public boolean isHeld() {
        return this == RECTIFY_REQUIRED || this == BLOCKED;
    }
}
