package org.openbeian.api.authority;

import java.time.Duration;
import java.util.List;

/** How an upload ended. */
public sealed interface UploadOutcome {

    /** The authority took the file (code 0). */
    record Accepted() implements UploadOutcome {
    }

    /** Nothing was sent, or the authority said to come again; the same file may be sent again after the pause. */
    record TryLater(String cause, Duration pause) implements UploadOutcome {
    }

    /** The file was sent and no answer came: ask {@code previousUpload} before anything else. */
    record Doubtful(String cause) implements UploadOutcome {
    }

    /** The authority misses earlier files (code 14). */
    record Gap(List<Long> missing) implements UploadOutcome {
    }

    /** The file is wrong and must be built anew with the same number (codes 6 to 11, 17, 18, 21). */
    record BadFile(int code, String message) implements UploadOutcome {
    }

    /** The account or channel is wrong; stop the lane and tell the operator (codes 4, 5, 12, 13, 16, 19). */
    record ChannelBroken(int code, String message) implements UploadOutcome {
    }
}
