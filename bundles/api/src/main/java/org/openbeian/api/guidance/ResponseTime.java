package org.openbeian.api.guidance;

/**
 * How long first answers took, measured on the enquiries that were asked within a span of time (W-11).
 *
 * @param topic topic of the help, or null for all together
 * @param promisedHours hours within which an answer is promised, 0 when none are
 * @param enquiries how many were asked
 * @param waiting how many of them have no answer yet and are not closed
 * @param late how many were answered later than promised or wait for longer than that
 * @param medianSeconds half of the answers took no longer; null without any answer
 * @param ninthDecileSeconds nine of ten took no longer; null without any answer
 * @param slowestSeconds the longest time; null without any answer
 */
public record ResponseTime(String topic, int promisedHours, long enquiries, long waiting, long late, Long medianSeconds,
        Long ninthDecileSeconds, Long slowestSeconds) {
}
