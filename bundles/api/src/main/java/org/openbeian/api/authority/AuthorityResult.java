package org.openbeian.api.authority;

import java.util.List;
import org.openbeian.api.order.PublishedRecord;

/** One statement of a result file. */
public sealed interface AuthorityResult {

    /** The data checks found errors; each text starts with its code. */
    record DataErrors(long submissionNo, List<String> errors) implements AuthorityResult {
    }

    /** The authority reviewed the submission. */
    record Reviewed(long submissionNo, boolean passed, String opinion) implements AuthorityResult {
    }

    /** The authority published the record with its numbers. */
    record Published(long submissionNo, PublishedRecord filing) implements AuthorityResult {
    }

    /** A part that this version does not handle; the file is kept. */
    record NotHandled(String part) implements AuthorityResult {
    }
}
