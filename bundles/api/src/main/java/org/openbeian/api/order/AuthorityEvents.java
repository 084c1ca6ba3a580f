package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.register.RecordReference;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the authority side tells the life cycle. Each call joins the caller's transaction and is idempotent: told twice, it
 * changes nothing the second time. A statement that cannot be applied (unknown submission, numbers that break the grammar)
 * throws {@link Refusal} and changes nothing; one that comes too late for the order's state is logged and ignored.
 * Thread-safe.
 */
@ProviderType
public interface AuthorityEvents {

    /** Number of this round's submission, given when the order was passed or resent. */
    long submissionNo(String orderId);

    /**
     * Whether the order is ready to be sent: rules of its province serve and it still waits for upload. Holds the order
     * until the transaction ends. When false the caller marks the upload effect as done: either the order went on without
     * it, or it was parked here and gets a new effect when the rules are back.
     */
    boolean readyForUpload(String orderId);

    /**
     * The upload account that the order was queued for is not configured any more, and nothing of the order was sent with it in this
     * round: it is parked, and gets a new effect when the account is back or the table of routes names another. The caller marks the
     * upload effect as done.
     */
    void accountAway(String orderId);

    /** The interface took the upload: QUEUED_FOR_AUTHORITY → SMS_PENDING, 24-hour clock starts (T-41). */
    default void uploaded(String orderId, long submissionNo, String file) {
        uploaded(orderId, submissionNo, file, List.of());
    }

    /**
     * As {@link #uploaded(String, long, String)}, of an order of which not all went out.
     *
     * @param notSent JSON pointers of what was entered and the interface of the authority has no element for
     */
    void uploaded(String orderId, long submissionNo, String file, List<String> notSent);

    /** The interface refused the upload of this order for good; it goes back to pre-review with the reason. */
    void uploadRefused(String orderId, long submissionNo, int code, String message);

    /** The authority's data checks found errors (10xx, 5001); the order goes back to pre-review with the reasons. */
    void dataRejected(long submissionNo, List<String> codesAndTexts);

    /** The authority's review result; {@code passed} alone does not approve, the published record does. */
    void reviewed(long submissionNo, boolean passed, String opinion);

    /**
     * The authority published a record with its numbers: the order that asked for it is approved, and the register is updated
     * in any case. What another authority than that of an order says of it decides nothing, and a record that another account gave is
     * not taken over: its ids mean others there. An imported record is that of the first account that publishes it, which is one of its
     * province or one that serves its province. Entries of which the register knows something newer, by the authority's own word, stay as
     * they are; the order is approved all the same.
     *
     * @param authorityId authority that published it
     * @param submissionNo the submission of the organizer's first filing, 0 when it was filed elsewhere
     * @return what of it is not taken over, and why; empty when all of it is, or the register does not hold the organizer
     */
    List<String> published(String authorityId, long submissionNo, PublishedRecord filing);

    /** The authority cancelled a record: the register follows, and an order that asked for it is done. */
    void cancelled(String authorityId, RecordReference about);

    /** The submission of the order under way that is about a record, 0 when there is none. */
    long submissionAbout(String authorityId, RecordReference about);

    /** All waiting result files of this authority were fetched and applied at this time. */
    void resultsFetched(String authorityId, java.time.Instant at);
}
