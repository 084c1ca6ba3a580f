package org.openbeian.api.authority;

import java.util.List;
import java.util.Map;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.report.ReportFault;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The port to the provincial communications administrations. Each method is at most one exchange with the authority and
 * keeps no state: sequence numbers, records before and after a call and the order of calls belong to the caller. All
 * methods take the authority's id, the six-digit GB/T 2260 code of its province. Thread-safe.
 */
@ProviderType
public interface AuthorityGateway {

    /** Whether an upload account for this authority is configured. */
    boolean isConfigured(String authorityId);

    /**
     * Whether the interface agreed with this authority can carry APPs; the ministry's V3.0 cannot.
     *
     * @return false also when no account is configured
     */
    boolean takesApps(String authorityId);

    /**
     * Asks whether an organizer or a domain is filed.
     *
     * @param certificate type of the organizer's certificate, or null to ask for a domain
     * @param value number of the certificate, or the domain in lower-case A-form
     * @throws AuthorityUnavailable when no answer came or the authority is closed
     */
    FiledStatus status(String authorityId, CertificateType certificate, String value) throws AuthorityUnavailable;

    /**
     * Builds one upload file from filings of one authority. Makes no call. Equal input gives equal bytes before encryption.
     *
     * @param filings 1 to 1000 filings
     * @return the file, or for each filing that cannot be expressed the reasons
     */
    default PreparedUpload prepare(String authorityId, List<FilingSubmission> filings) {
        return prepare(authorityId, filings, ValidCodes.UNKNOWN);
    }

    /** As {@link #prepare(String, List)}; a code that the authority's own tables do not take is a problem. */
    PreparedUpload prepare(String authorityId, List<FilingSubmission> filings, ValidCodes codes);

    /** The fields of a report; empty for a kind that cannot be sent. */
    List<ReportField> reportFields(ReportKind kind);

    /**
     * Holds the content of a report against its fields. Makes no call.
     *
     * @return everything that is wrong
     */
    List<ReportFault> check(ReportKind kind, Map<String, Object> content, ValidCodes codes);

    /**
     * What of a report the authority answers one by one. Makes no call.
     *
     * @param content content in which {@link #check} finds nothing wrong
     * @return its parts; none when it answers the report as a whole
     */
    List<ReportPart> reportParts(ReportKind kind, Map<String, Object> content);

    /**
     * Builds one upload file from reports of one authority. Makes no call.
     *
     * @param reports 1 to 1000 reports, or a single one when it is about addresses
     * @return the file, or for the number of each report that cannot be expressed the reasons
     */
    PreparedUpload prepareReports(String authorityId, List<ReportUpload> reports, ValidCodes codes);

    /**
     * Sends a file with its sequence number.
     *
     * @param sequence number of this upload at this authority, from 1 without gaps
     * @param file the content that {@link #prepare} gave, as recorded before the call
     * @param digest the digest that {@link #prepare} gave with it
     */
    UploadOutcome upload(String authorityId, long sequence, byte[] file, String digest);

    /**
     * Asks which upload the authority took last.
     *
     * @return its sequence number and digest, with sequence 0 when there was none
     * @throws AuthorityUnavailable when no answer came
     */
    PreviousUpload previousUpload(String authorityId) throws AuthorityUnavailable;

    /**
     * Fetches the next waiting result file; without acknowledgement the same file comes again.
     *
     * @return the file, or null when none waits
     * @throws AuthorityUnavailable when no answer came or the authority is closed
     */
    ResultFile download(String authorityId) throws AuthorityUnavailable;

    /**
     * Reads a result file.
     *
     * @param file the file as recorded
     * @return what it says, in its order
     * @throws DamagedFile when hash, archive or content is broken
     */
    List<AuthorityResult> read(String authorityId, ResultFile file) throws DamagedFile;

    /**
     * Tells the authority that a result file was applied.
     *
     * @throws AuthorityUnavailable when no answer came
     */
    void acknowledge(String authorityId, String fileName) throws AuthorityUnavailable;
}
