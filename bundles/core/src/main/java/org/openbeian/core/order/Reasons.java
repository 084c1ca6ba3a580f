package org.openbeian.core.order;

/** Reads the reasons that people give for what they do. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {
    }

    /** The reason, or null when none is given. */
    static String optional(String reason) {
        return reason == null || reason.isBlank() ? null : checked(reason);
    }

    /** The reason, which must be given. */
    static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusals.invalid("reason-missing", "State the reason.");
        }
        return checked(reason);
    }

    private static String checked(String reason) {
        if (reason.length() > LONGEST || !Shape.isClean(reason)) {
            throw Refusals.invalid("reason-malformed", "A reason has at most " + LONGEST + " characters and no control characters.");
        }
        return reason.strip();
    }
}
