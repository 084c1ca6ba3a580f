package org.openbeian.api.report;

import java.util.List;
import java.util.Map;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reports to authorities (T-39). They go through the same lane as filings, one file after the other. Personal data in what is
 * answered is masked. All methods throw
 * {@link org.openbeian.api.order.Refusal} FORBIDDEN to accounts without the right. Thread-safe.
 */
@ProviderType
public interface Reports {

    /**
     * A kind of report.
     *
     * @param kind the kind
     * @param text what it is
     * @param fields its fields; empty when it is not ours to send
     * @param refusal why it cannot be sent, or null when it can
     */
    record Form(ReportKind kind, LocalizedText text, List<ReportField> fields, LocalizedText refusal) {

        /** Copies the list. */
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /** Every kind with its fields. */
    List<Form> forms(Actor actor);

    /**
     * What the authority said of a case already, in the fields of the answer that it waits for; the rest is to be added.
     *
     * @throws org.openbeian.api.order.Refusal NOT_FOUND when the case waits for no answer
     */
    Map<String, Object> draft(Actor actor, String caseId);

    /**
     * Sends a report. In an answer to a case, what the content leaves out is taken from the case's draft, and so is what it gives as
     * masked as {@link #draft} shows it.
     *
     * @param authorityId the authority; with a case, that of the case or null
     * @param kind the kind; with a case, that of the answer or null
     * @param caseId case that it answers, or null
     * @param content the fields; not changed
     * @throws org.openbeian.api.order.Refusal NOT_FOUND for a case that waits for no answer; WRONG_STATE when a
     *     report that answers the case waits or was sent already; INVALID with every finding; UNAVAILABLE without an account for the
     *     authority
     */
    Report send(Actor actor, String authorityId, ReportKind kind, String caseId, Map<String, Object> content);

    /**
     * Reports as they stand, newest first; {@link #get} shows one with its content.
     *
     * @param authorityId the authority, or null for all
     * @param before number of the report below which to go on, or 0
     * @param limit 1 to 200
     */
    List<ReportSummary> list(Actor actor, String authorityId, long before, int limit);

    /**
     * The files that are kept of what was exchanged with an authority, uploads and results, newest first; they are kept for three months
     * at least.
     *
     * @param limit 1 to 200
     */
    List<KeptFile> files(Actor actor, String authorityId, int limit);

    /** One report. */
    Report get(Actor actor, long number);

    /**
     * Takes a report back that is not in a file yet.
     *
     * @throws org.openbeian.api.order.Refusal WRONG_STATE when it is in one
     */
    Report skip(Actor actor, long number, String reason);
}
