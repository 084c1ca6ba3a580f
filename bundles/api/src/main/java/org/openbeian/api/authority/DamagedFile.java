package org.openbeian.api.authority;

/** Thrown when a file of an authority is broken; it is kept and reported and never stops the lane. */
public final class DamagedFile extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With the reason.
     *
     * @param message what happened, without personal data
     * @param cause the cause, or null
     */
    public DamagedFile(String message, Throwable cause) {
        super(message, cause);
    }
}
