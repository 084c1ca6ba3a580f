package org.openbeian.api.order;

import java.util.List;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The commands and questions about orders. Each command is one database transaction: the new state, its history entry
 * and its effects are stored together or not at all. Thread-safe.
 *
 * <p>Every method throws {@link Refusal} when the order is unknown to the actor, the actor lacks the right, the state does
 * not allow the command, or {@code version} is not the order's present version; {@link #ANY_VERSION} skips the last check.
 */
@ProviderType
public interface Orders {

    /** Skips the check of the version. */
    long ANY_VERSION = -1;

    /**
     * Starts a draft.
     *
     * @param actor who acts; becomes the owner
     * @param type filing type
     * @param application what is known already; may be {@link Application#EMPTY}
     */
    Order create(Actor actor, FilingType type, Application application);

    /**
     * Starts a draft on behalf of an applicant (E-02). Whether the account is an applicant's, and what the helper may do with the
     * order afterwards, is decided by {@code Delegations#assist}, which calls this.
     *
     * @param actor who acts; needs the right to assist
     * @param account becomes the owner
     */
    Order createFor(Actor actor, String account, FilingType type, Application application);

    /**
     * Replaces the application of an editable order. After a return only fields below the pointers of the return reasons
     * may differ (T-38); every other difference is a finding.
     */
    Order edit(Actor actor, String id, long version, Application application);

    /** Adds a material; one of the same type and subject is replaced. Checks kind, size and picture at once. */
    Order attach(Actor actor, String id, long version, MaterialUpload upload);

    /** Removes a material. */
    Order detach(Actor actor, String id, long version, String materialId);

    /** A material with its bytes. */
    MaterialContent material(Actor actor, String id, String materialId);

    /** What the order still needs now (T-108). */
    Requirements requirements(Actor actor, String id);

    /** The texts that must be consented to on submission, in the versions in force. */
    List<ConsentText> consentTexts();

    /**
     * Hands the order in: runs all rules and stores the verdict.
     *
     * @param consents the three consents of A-97 with the versions shown
     * @throws Refusal of kind INVALID with all findings when a BLOCK finding or a missing, outdated or unknown consent stops it
     */
    Order submit(Actor actor, String id, long version, List<Consent> consents);

    /** A specialist takes an order in pre-review. */
    Order claim(Actor actor, String id, long version);

    /** The specialist gives the order back to the queue. */
    Order release(Actor actor, String id, long version);

    /** Logs a call; the second missed one returns the order with the reason {@code unreachable}. */
    Order logCall(Actor actor, String id, long version, CallAttempt call);

    /** The specialist passes the order; needs a logged, answered call (T-33), and no open enquiry: see {@link Clearances}. */
    Order pass(Actor actor, String id, long version);

    /** The specialist returns the order with at least one reason (T-37). */
    Order giveBack(Actor actor, String id, long version, List<ReturnReason> reasons);

    /** The applicant gives the order up; possible until the authority has taken it. */
    Order withdraw(Actor actor, String id, long version, String reason);

    /** An operator records that the SMS verification is complete, with the reason he knows it. */
    Order confirmSms(Actor actor, String id, long version, String reason);

    /**
     * Sends an order whose SMS verification failed to the authority again, unchanged. Refused until results were fetched
     * after the expiry and none is known for this order.
     */
    Order resend(Actor actor, String id, long version, String reason);

    /** The order, if the actor may see it. */
    Order get(Actor actor, String id);

    /** Orders that the actor may see, newest first. */
    List<OrderSummary> list(Actor actor, OrderQuery query);

    /** The history from entry {@code afterNo + 1} on. */
    List<HistoryEntry> history(Actor actor, String id, int afterNo);

    /** Why the order was judged as it was. */
    Explanation explain(Actor actor, String id);

    /** Footer code for every granted service of the order; empty before approval. */
    List<FooterSnippet> footers(Actor actor, String id);
}
