package org.openbeian.regulator.gateway.wire;

/** A file or a {@code return} document that cannot be read, with the {@link ReturnCode} by which the interface names the fault. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * Names the fault.
     *
     * @param code a {@link ReturnCode}
     * @param message what is wrong, in English, without personal data
     */
    public WireException(int code, String message) {
        super(message);
        this.code = code;
    }

    WireException(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The fault as the interface names it. */
    public int code() {
        return code;
    }
}
