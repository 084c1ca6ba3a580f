package org.openbeian.api.register;

/** How an organizer stands in the register. */
public enum OrganizerState {
    /** Filed, with services. */
    ACTIVE,
    /** Filed, and no service is left (空壳主体): its number is deleted after some time (E-16). */
    SHELL,
    /** Blacklisted by the authority: nothing is filed for it (HMDLB). */
    BLACKLISTED,
    /** Cancelled; the number never returns. */
    CANCELLED
}
