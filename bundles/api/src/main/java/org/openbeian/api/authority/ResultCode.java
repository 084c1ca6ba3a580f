package org.openbeian.api.authority;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.report.Report;

/**
 * What a result code of the ministry's interface leads to.
 *
 * @param code the code
 * @param outcome what follows
 * @param mender who is told and mends it
 * @param mend how
 */
public record ResultCode(int code, Outcome outcome, Report.Mender mender, LocalizedText mend) {

    /** What follows from a code. */
    public enum Outcome {
        /** Nothing by itself. */
        UNCHANGED,
        /** The order goes back to the applicant, unless other codes beside it are for others to mend. */
        RETURNED,
        /** The order goes back to the pre-review. */
        PRE_REVIEW,
        /** The administration refused the order; its opinion comes beside the code. */
        REJECTED,
        /** The report is refused. */
        REPORT_FAILED,
        /** The report is done. */
        REPORT_DONE,
        /** It is about domain registrations, which others report. */
        NOT_OURS
    }
}
