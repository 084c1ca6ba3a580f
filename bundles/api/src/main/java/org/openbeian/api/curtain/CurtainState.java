package org.openbeian.api.curtain;

/** Where a curtain stands. There is no way back to the sender: it need not be returned (W-10). */
public enum CurtainState {
    /** The applicant asked for it. */
    REQUESTED,
    /** A courier has it. */
    DISPATCHED,
    /** It arrived. */
    RECEIVED,
    /** It was given up before it was sent. */
    CANCELLED;

    /** Whether it is still to be sent or to arrive, so that the order gets no second one. */
    public boolean isUnderWay() {
        return this == REQUESTED || this == DISPATCHED;
    }
}
