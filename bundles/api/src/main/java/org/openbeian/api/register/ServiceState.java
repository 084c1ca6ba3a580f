package org.openbeian.api.register;

/** How a service stands in the register. */
public enum ServiceState {
    /** Filed, and accessed by at least one provider. */
    ACTIVE,
    /** Filed, and no provider gives it access any more (空壳网站). */
    ACCESS_CANCELLED,
    /** Cancelled; the number never returns. */
    CANCELLED
}
