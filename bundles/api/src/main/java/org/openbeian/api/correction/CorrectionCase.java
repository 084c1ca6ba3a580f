package org.openbeian.api.correction;

import java.time.Instant;
import java.util.List;

/**
 * Something an authority or the provider found wrong that has to be put right.
 *
 * @param id id of the case
 * @param version counts the changes
 * @param kind why it was opened
 * @param authorityId authority that told of it, or null when the provider found it itself
 * @param organizerNumber filing number of the organizer, or null when the register does not know it
 * @param serviceNumber filing number of the service, or null
 * @param account account whose filing it is, or null
 * @param domains domains it is about, in lower-case A-form
 * @param text the authority's words, or null
 * @param openedAt when it came
 * @param due until when it ought to be put right; null when only the authority ends it
 * @param status how it stands
 * @param closedBy account that closed it, {@code authority}, or null
 * @param conclusion what was done, or null
 * @param differences the fields that differ, for RECORD_DIFFERS; otherwise empty
 * @param probed whether a probe opened it; otherwise a person or an authority did, or it is older than this mark
 */
public record CorrectionCase(String id, long version, CorrectionKind kind, String authorityId, String organizerNumber,
        String serviceNumber, String account, List<String> domains, String text, Instant openedAt, Instant due, Status status,
        String closedBy, String conclusion, List<ComparedField> differences, boolean probed) {

    /** How a case stands. */
    public enum Status {
        /** To be put right. */
        OPEN,
        /** The time is over. */
        OVERDUE,
        /** Put right, or taken back. */
        CLOSED
    }

    /** Copies the list. */
    public CorrectionCase {
        domains = domains == null ? List.of() : List.copyOf(domains);
        differences = differences == null ? List.of() : List.copyOf(differences);
    }

    /** A case that no probe opened. */
    public CorrectionCase(String id, long version, CorrectionKind kind, String authorityId, String organizerNumber, String serviceNumber,
            String account, List<String> domains, String text, Instant openedAt, Instant due, Status status, String closedBy,
            String conclusion, List<ComparedField> differences) {
        this(id, version, kind, authorityId, organizerNumber, serviceNumber, account, domains, text, openedAt, due, status, closedBy,
            conclusion, differences, false);
    }

    /** A case about which no fields were compared, and that no probe opened. */
    public CorrectionCase(String id, long version, CorrectionKind kind, String authorityId, String organizerNumber, String serviceNumber,
            String account, List<String> domains, String text, Instant openedAt, Instant due, Status status, String closedBy,
            String conclusion) {
        this(id, version, kind, authorityId, organizerNumber, serviceNumber, account, domains, text, openedAt, due, status, closedBy,
            conclusion, List.of());
    }

    /** The next version in another state. */
    public CorrectionCase with(Status next, String by, String what) {
        return new CorrectionCase(id, version + 1, kind, authorityId, organizerNumber, serviceNumber, account, domains, text, openedAt,
            due, next, by, what, differences, probed);
    }

    /** The next version with other differences. */
    public CorrectionCase with(List<ComparedField> others) {
        return new CorrectionCase(id, version + 1, kind, authorityId, organizerNumber, serviceNumber, account, domains, text, openedAt,
            due, status, closedBy, conclusion, others, probed);
    }

    /** Names id and kind only; the rest may be personal data. */
    @Override
    public String toString() {
        return "CorrectionCase[" + id + " " + kind + " " + status + "]";
    }
}
