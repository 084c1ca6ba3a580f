package org.openbeian.api.authority;

/** Thrown when an authority could not be reached or is closed; the call may be repeated. */
public final class AuthorityUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With the reason.
     *
     * @param message what happened, without personal data
     * @param cause the cause, or null
     */
    public AuthorityUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
