package org.openbeian.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.rules.Verdict;
import org.osgi.annotation.versioning.ProviderType;

/** Orders, their history and their verdicts. Every method joins the caller's transaction. Thread-safe. */
@ProviderType
public interface OrderStore {

    /** Stores a new order with version 1 and its first history entry. */
    void insert(Order order, HistoryEntry entry);

    /**
     * Stores the next version of an order and its history entry in one statement each.
     *
     * @param order the order with its new version
     * @throws StaleOrder when the stored version is not {@code order.version() - 1}
     */
    void update(Order order, HistoryEntry entry);

    /** The order with its application, or empty. */
    Optional<Order> load(String id);

    /** As {@link #load}, holding the row against others until the transaction ends. */
    Optional<Order> lock(String id);

    /** The order whose round was sent under this number, or empty. */
    Optional<String> bySubmission(long submissionNo);

    /** A number that was never given before. */
    long nextSubmissionNo();

    /** Orders, newest first. */
    List<OrderSummary> list(OrderQuery query);

    /** Orders in pre-review, in the order of the specialists' queue. */
    List<OrderSummary> queue(ReviewQuery query);

    /**
     * Makes an order findable by these marks, and by no others any more.
     *
     * @param marks marks of {@link org.openbeian.api.key.BlindIndex}
     */
    void mark(String orderId, Set<String> marks);

    /**
     * Keeps other orders from holding a key until this one is final; what it held of the same kind before is let go. Of two orders
     * that take a key at once the later transaction is run again, and finds the other.
     *
     * @param key kind, colon and value
     */
    void hold(String orderId, String key);

    /** The order that holds a key. */
    Optional<String> holder(String key);

    /** The orders with a mark, newest first. */
    List<OrderSummary> marked(String mark, int limit);

    /** Ids of orders in a state that carry the mark WAITING for this reason and subject, oldest first. */
    List<String> waiting(String reason, String subject, int limit);

    /** Whether an upload account of this authority has orders in one of the states. */
    boolean anyAt(String authorityId, List<OrderState> states);

    /** The authorities whose upload accounts have orders in one of the states, ascending. */
    List<String> authoritiesOf(List<OrderState> states);

    /** How many orders stand in each state; states without orders are left out. */
    java.util.Map<OrderState, Long> counts();

    /**
     * Another order that was handed in (not a draft) and is not final and asks for this domain; used to keep a domain in one
     * order only. Drafts do not count, so that nobody can hold a domain by typing it. Of two transactions that find nothing
     * and hand an order in for the same domain, the store lets one through and runs the other again.
     *
     * @param domain lower-case A-form, as {@code org.openbeian.core.register.Domains} makes it
     */
    Optional<String> openOrderOfDomain(String domain, String exceptOrderId);

    /**
     * The order that was handed in, is not final and is about this organizer; of two that are handed in at the same moment one
     * is run again, as for domains.
     *
     * @param organizerNumber filing number of the organizer
     */
    Optional<String> openOrderOfOrganizer(String organizerNumber);

    /** The last history entry of an order. */
    HistoryEntry lastEntry(String orderId);

    /** The history from entry {@code afterNo + 1} on, in order. */
    List<HistoryEntry> history(String orderId, int afterNo);

    /** Stores a verdict with the order's round; personal data in its inputs is protected. */
    void addVerdict(String orderId, int round, Verdict verdict);

    /** The verdicts of an order, oldest first. */
    List<Verdict> verdicts(String orderId);

    /**
     * Ids of the orders by an authority's upload account in state {@code SMS_FAILED} whose verification was over by this time
     * and whose results were not fetched since, or not since this time; in the order of their ids. Changes nothing.
     */
    List<String> smsFailedBefore(String authorityId, Instant at);

    /** Ids of the orders in state {@code SMS_PENDING} whose verification ends after one time and at the latest at another. */
    List<String> smsPending(Instant after, Instant until);
}
