package org.openbeian.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.openbeian.api.report.ReportSummary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reports to authorities, and what authorities said of cases that wait for one. Every method joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface ReportStore {

    /** Stores a new report, whose own number is passed over. */
    Report insert(Report fresh);

    /**
     * What is known of a part of a report once something was said of it.
     *
     * @param place JSON pointer into the content
     * @param open of how many parts of the report nothing was said yet
     */
    record Settled(String place, int open) {
    }

    /** Stores the state, the answers and the file of a report; its parts stay as they are. */
    void update(Report next);

    /** Keeps by what names an answer may call a report, of at most 255 characters each. */
    void name(long number, Collection<String> names);

    /** Keeps which parts of a report are answered one by one; nothing was said of any yet. One alone is the report and not counted. */
    void divide(long number, Collection<ReportPart> parts);

    /** Notes that something was said of a part, for the first time or again; empty when the report has no such part. */
    Optional<Settled> settle(long number, String part);

    /** One by its number. */
    Optional<Report> find(long number);

    /** One by its number, locked until the end of the transaction: nobody else changes or locks it meanwhile. */
    Optional<Report> lock(long number);

    /** The reports in an upload file, each locked as by {@link #lock}. */
    List<Report> inFile(String authorityId, long sequence);

    /** How many reports are in an upload file. */
    int count(String authorityId, long sequence);

    /**
     * Reports, newest first, read without their content.
     *
     * @param authorityId the authority, or null for all
     * @param before number below which to go on, or 0
     */
    List<ReportSummary> list(String authorityId, long before, int limit);

    /**
     * Numbers of the reports of some kinds that were sent, or are in a file that may have been, and that an answer may be about, newest
     * first: those that are neither refused nor done.
     *
     * @param name what the answer calls them, or null for all
     * @param part the part that it is about, or null when it names none; of reports whose parts are known it is only about one of whose
     *     such part nothing was said yet, also when another part of it was refused
     */
    List<Long> underWay(String authorityId, Collection<ReportKind> kinds, String name, String part, int limit);

    /** The authorities to which reports of some kinds were sent since the instant, and of which nothing was said yet. */
    List<String> awaited(Collection<ReportKind> kinds, Instant since);

    /** Whether a report that answers a case waits, was sent or is done. */
    boolean isAnswered(String caseId);

    /** Keeps what an authority said of a case, in the fields of the answer; personal data. */
    void keepDraft(String caseId, Map<String, Object> draft, Instant at);

    /** What was kept of a case; empty when it waits for no answer. */
    Optional<Map<String, Object>> draft(String caseId);

    /** As {@link #draft}, locked until the end of the transaction, so that a case is answered by one at a time. */
    Optional<Map<String, Object>> lockDraft(String caseId);

    /** Removes what was kept of a case that waits for no answer any more. */
    void dropDraft(String caseId);

    /** Removes reports that stand as they do, and drafts, since before the instant, at most {@code limit} of each; returns how many. */
    int trim(Instant before, int limit);
}
