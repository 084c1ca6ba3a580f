package org.openbeian.api.authority;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.report.ReportKind;

/**
 * One statement of a result file. A statement about a new filing names our submission; one about a filed record names that
 * record instead, and its submission number is 0.
 */
public sealed interface AuthorityResult {

    /**
     * The data checks found errors; each text starts with its code.
     *
     * @param submissionNo the submission, or 0
     * @param errors what is wrong
     * @param about the record, or null
     */
    record DataErrors(long submissionNo, List<String> errors, RecordReference about) implements AuthorityResult {

        /** About a submission. */
        public DataErrors(long submissionNo, List<String> errors) {
            this(submissionNo, errors, null);
        }
    }

    /**
     * The authority reviewed the submission.
     *
     * @param submissionNo the submission, or 0
     * @param passed whether it passed
     * @param opinion the authority's words, or null
     * @param about the record, or null
     */
    record Reviewed(long submissionNo, boolean passed, String opinion, RecordReference about) implements AuthorityResult {

        /** About a submission. */
        public Reviewed(long submissionNo, boolean passed, String opinion) {
            this(submissionNo, passed, opinion, null);
        }
    }

    /** The authority published a record with its numbers; the submission is that of the organizer's first filing, or 0. */
    record Published(long submissionNo, PublishedRecord filing) implements AuthorityResult {
    }

    /** The authority cancelled a record, whoever asked for it. */
    record Cancelled(RecordReference about) implements AuthorityResult {
    }

    /** The authority tells something by itself. */
    record Noticed(AuthorityNotice notice) implements AuthorityResult {
    }

    /**
     * What became of a report.
     *
     * @param kinds the kinds of report that may be meant
     * @param number our number of it, or 0 when it is named otherwise
     * @param named what names it: the record or the domain that it is about, or null when nothing does
     * @param codes the ministry's codes, each with its text behind
     * @param done whether they say that it is done
     * @param part name of the part that it is about, as {@link AuthorityGateway#reportParts} gives it, or null when it tells none
     */
    record ReportAnswered(Set<ReportKind> kinds, long number, String named, List<String> codes, boolean done, String part)
            implements AuthorityResult {

        /** About a report as a whole. */
        public ReportAnswered(Set<ReportKind> kinds, long number, String named, List<String> codes, boolean done) {
            this(kinds, number, named, codes, done, null);
        }
    }

    /**
     * A file of reports was refused as a whole after it had been taken.
     *
     * @param report our number of a report in it
     * @param codes the ministry's codes, each with its text behind
     */
    record FileRefused(long report, List<String> codes) implements AuthorityResult {
    }

    /**
     * A record of a full resynchronisation, to be held against the register.
     *
     * @param filing the record
     * @param asOf when the authority wrote it down
     */
    record Synchronized(PublishedRecord filing, Instant asOf) implements AuthorityResult {
    }

    /** A code table was replaced. */
    record CodesPublished(String table, List<CodeTable.Row> rows) implements AuthorityResult {
    }

    /** A part that this version does not handle; the file is kept. */
    record NotHandled(String part) implements AuthorityResult {
    }
}
