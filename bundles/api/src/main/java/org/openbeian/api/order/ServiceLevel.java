package org.openbeian.api.order;

/**
 * How long a stage of filings, or a message, took, measured on those that left it within a span of time.
 *
 * @param stage the stage
 * @param provinceId province code, or null for all provinces together
 * @param channel id of the channel of messages, or null for all together and for stages that are no message
 * @param promisedWorkingDays working days that are promised for the stage, 0 when none are
 * @param promisedHours hours that are given for the stage, 0 when none are
 * @param orders how many left the stage; an order that passes it twice, or gets two messages, counts twice
 * @param late how many of them took longer than promised
 * @param medianSeconds half of them took no longer
 * @param ninthDecileSeconds nine of ten took no longer
 * @param slowestSeconds the longest time
 */
public record ServiceLevel(Stage stage, String provinceId, String channel, int promisedWorkingDays, int promisedHours, long orders,
        long late, long medianSeconds, long ninthDecileSeconds, long slowestSeconds) {

    /** A stage of a filing. */
    public enum Stage {
        /** From the complete order to the specialist's result (W-06). */
        PRE_REVIEW,
        /** From the authority's taking it to the entered SMS code (T-41). */
        SMS,
        /** From the entered SMS code to the authority's decision (W-30). */
        AUTHORITY,
        /** From the first submission to the filing number. */
        WHOLE,
        /** From the first try of a message to the word that it arrived, or that it was taken where the channel tells no more. */
        MESSAGE
    }

    /** What figures are told apart by. */
    public enum Split {
        /** The province of the order. */
        PROVINCE,
        /** The channel of messages. */
        CHANNEL
    }
}
