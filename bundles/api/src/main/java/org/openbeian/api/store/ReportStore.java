package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reports to authorities, and what authorities said of cases that wait for one. Every method joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface ReportStore {

    /** Stores a new report, whose own number is passed over. */
    Report insert(Report fresh);

    /** Stores the state, the answers and the file of a report. */
    void update(Report next);

    /** One by its number. */
    Optional<Report> find(long number);

    /** The reports in an upload file. */
    List<Report> inFile(String authorityId, long sequence);

    /**
     * Reports, newest first.
     *
     * @param authorityId the authority, or null for all
     * @param before number below which to go on, or 0
     */
    List<Report> list(String authorityId, long before, int limit);

    /** The reports of a kind that were sent and of which nothing was said yet, newest first. */
    List<Report> sent(String authorityId, ReportKind kind, int limit);

    /** Keeps what an authority said of a case, in the fields of the answer; personal data. */
    void keepDraft(String caseId, Map<String, Object> draft, Instant at);

    /** What was kept of a case; empty when it waits for no answer. */
    Optional<Map<String, Object>> draft(String caseId);

    /** Removes reports that stand as they do, and drafts, since before the instant, at most {@code limit} of each; returns how many. */
    int trim(Instant before, int limit);
}
