package org.openbeian.api.http;

import java.io.IOException;

/** A call outside that got no answer. */
public final class OutgoingFailure extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** The address may not be called; nothing was sent there. */
        REFUSED,
        /** No connection; nothing was sent. */
        UNREACHABLE,
        /** The connection ended or the time was over; whether the other side acted is not known. */
        NO_ANSWER,
        /** The answer is longer than was allowed. */
        TOO_LARGE
    }

    private final Why why;

    /** With a message that names no secret. */
    public OutgoingFailure(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** Why there is no answer. */
    public Why why() {
        return why;
    }
}
