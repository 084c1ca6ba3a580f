package org.openbeian.regulator.gateway.client;

/** Thrown when a call brought no {@code return} document. */
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    CallFailed(boolean sent, String message, Throwable cause) {
        super(message, cause);
        this.sent = sent;
    }

    /** True if the other side may have received the call; false if it certainly did not. */
    public boolean sent() {
        return sent;
    }
}
