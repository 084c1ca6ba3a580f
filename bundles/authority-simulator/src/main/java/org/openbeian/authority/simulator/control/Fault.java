package org.openbeian.authority.simulator.control;

/** Faults that the simulator can be told to show. */
public enum Fault {
    /** An upload is taken, and the connection breaks before the answer. */
    LOST_ANSWER,
    /** The connection breaks before anything is taken. */
    LOST_CALL,
    /** Too many files are waiting (15). */
    BUSY,
    /** Under maintenance (901 for uploads, 902 for the rest). */
    MAINTENANCE,
    /** Outside the permitted hours (20). */
    CLOSED,
    /** Another error (999). */
    OTHER_ERROR,
    /** The answer takes two seconds of real time. */
    SLOW,
    /** A downloaded file carries a wrong hash. */
    WRONG_HASH,
    /** The results of an acknowledged file come once more in another file. */
    DUPLICATE_RESULT,
    /** An upload is said to be out of sequence (14) although it is not; the numbers asked for are the right ones. */
    OUT_OF_SEQUENCE,
    /** Results wait, but none is handed out yet. */
    LATE_RESULT,
    /** The result that came last is handed out before the others. */
    REORDERED_RESULT
}
