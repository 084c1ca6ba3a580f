package org.openbeian.authority.simulator.control;

import java.time.Instant;

/**
 * A filing as the simulated authority sees it.
 *
 * @param id the simulator's number of it
 * @param authorityId code of the authority's province
 * @param sequence number of the upload that brought it
 * @param subjectId the sender's {@code IspZtid}
 * @param round 1 for the first acceptance of that subject id, one more for each after a decision
 * @param organizer name of the organizer
 * @param domains domains, separated by blanks
 * @param state where it is
 * @param acceptedAt when the upload was taken
 * @param smsAt when the codes were or will be sent; null if the data checks stopped it
 * @param answeredAt when the last right code was or will be entered; null if none will
 * @param decidedAt when the result was or will be given
 * @param opinion the officer's words, or null
 * @param number the organizer's filing number, or null
 */
public record FilingView(long id, String authorityId, long sequence, long subjectId, int round, String organizer, String domains,
    State state, Instant acceptedAt, Instant smsAt, Instant answeredAt, Instant decidedAt, String opinion, String number) {

    /** Where a filing is. */
    public enum State {
        /** Taken, data being checked. */
        RECEIVED,
        /** Codes sent, not all entered. */
        SMS_WAITING,
        /** With the officer. */
        REVIEW,
        /** Published with its numbers. */
        PASSED,
        /** Refused by the officer. */
        REFUSED,
        /** Sent back by the data checks. */
        DATA_ERROR,
        /** Sent back because codes were not entered in time or wrongly. */
        SMS_FAILED
    }

    /** Leaves the organizer's name out. */
    @Override
    public String toString() {
        return "FilingView[id=" + id + ", subjectId=" + subjectId + ", round=" + round + ", state=" + state + ", number=" + number + "]";
    }
}
