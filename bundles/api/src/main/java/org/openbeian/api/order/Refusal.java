package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.rules.Finding;

/** Thrown when a command on an order is refused; nothing was changed. Carries all findings at once. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the command was refused. */
    public enum Kind {
        /** There is no such thing, or the caller may not know of it. */
        NOT_FOUND,
        /** The caller lacks the right. */
        FORBIDDEN,
        /** The order changed since the caller read it. */
        STALE,
        /** The order's state does not allow the command. */
        WRONG_STATE,
        /** The input or the order breaks rules; the findings say which. */
        INVALID,
        /** A body is too large. */
        TOO_LARGE,
        /** Bytes are of a kind that is not accepted. */
        UNSUPPORTED,
        /** The server cannot do it at the moment; try again later. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Finding> findings;

    /**
     * A refusal without findings.
     *
     * @param kind why
     * @param code stable code of the problem, such as {@code order-not-found}
     * @param message what is wrong and how to mend it, in English, without personal data
     */
    public Refusal(Kind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    /**
     * A refusal with findings.
     *
     * @param kind why
     * @param code stable code of the problem
     * @param message what is wrong, in English, without personal data
     * @param findings all findings at once
     */
    public Refusal(Kind kind, String code, String message, List<Finding> findings) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    /** Why the command was refused. */
    public Kind kind() {
        return kind;
    }

    /** Stable code of the problem. */
    public String code() {
        return code;
    }

    /** All findings; never null. */
    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }
}
