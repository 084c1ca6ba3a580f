package org.openbeian.api.report;

import java.time.Instant;

/**
 * A report in a list: how it stands, without what is in it and without the words that were said of it.
 *
 * @param number our number of it
 * @param authorityId the authority
 * @param kind what is reported
 * @param caseId the case that it answers, or null
 * @param state how it stands
 * @param error code of the last refusal, or null; also null for one that was refused before this was kept
 * @param answers how many answers were kept; 0 also for one of before this was kept
 * @param by account that sent it
 * @param createdAt when it was entered
 * @param changedAt when its state changed last
 * @param file sequence number of the upload file that holds it, 0 while there is none
 * @param parts how many parts of it the authority answers one by one, 0 when it answers the report as a whole
 * @param open of how many of the parts nothing was said yet
 */
public record ReportSummary(long number, String authorityId, ReportKind kind, String caseId, Report.State state, String error, int answers,
        String by, Instant createdAt, Instant changedAt, long file, int parts, int open) {
}
