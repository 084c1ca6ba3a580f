package org.openbeian.api.store;

/** Thrown when the database cannot be reached at the moment; nothing was changed, the call may be repeated. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With the cause.
     *
     * @param message what could not be done
     * @param cause the database's own error
     */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
