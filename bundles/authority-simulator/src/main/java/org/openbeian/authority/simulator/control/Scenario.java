package org.openbeian.authority.simulator.control;

/**
 * How the virtual people and officers treat filings that it matches.
 *
 * @param match {@code *} for all, the name of an organizer, a domain, or a marker such as {@code #sim:vip} in a remark; the
 *     most exact match wins: marker, domain, organizer, all
 * @param sms what the persons in charge do with their codes
 * @param answerMinutes minutes from the message to what they do
 * @param review what the officer does
 * @param opinion the officer's words, or null for a usual text
 * @param reviewDays working days from the last right code to the decision
 * @param lateDays calendar days by which the result comes later than the decision
 */
public record Scenario(String match, Sms sms, int answerMinutes, Review review, String opinion, int reviewDays, int lateDays) {

    /** What persons do with the code they get. */
    public enum Sms {
        /** They enter it rightly. */
        ANSWERS,
        /** They let 24 hours pass. */
        NEVER,
        /** They enter it wrongly five times. */
        FIVE_WRONG
    }

    /** What the authority does. */
    public enum Review {
        /** It passes the filing. */
        PASS,
        /** It refuses the filing. */
        REFUSE,
        /** Its data checks find an error. */
        DATA_ERROR
    }

    /** Checks the values. */
    public Scenario {
        if (match == null || match.isBlank() || sms == null || review == null) {
            throw new IllegalArgumentException("a scenario needs match, sms and review");
        }
        if (answerMinutes < 0 || answerMinutes >= 24 * 60 || reviewDays < 0 || reviewDays > 365 || lateDays < 0 || lateDays > 365) {
            throw new IllegalArgumentException("answerMinutes must be 0 to 1439, reviewDays and lateDays 0 to 365");
        }
    }
}
