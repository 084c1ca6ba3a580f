package org.openbeian.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.order.ReviewRisk;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StaleOrder;
import org.openbeian.core.register.Domains;

/** Orders in memory. */
public final class MemoryOrders implements OrderStore, MemoryTransactions.Undoable {

    private final java.util.Set<String> erased = new java.util.HashSet<>();
    private final MemoryTransactions transactions;
    private TreeMap<String, Order> orders = new TreeMap<>();
    private Map<String, List<HistoryEntry>> histories = new HashMap<>();
    private Map<String, List<Verdict>> verdicts = new HashMap<>();
    private Map<Long, String> submissions = new HashMap<>();
    private final Map<String, Set<String>> marks = new HashMap<>();
    private final Map<String, String> held = new HashMap<>();
    private long lastSubmission;

    /** Joins the transactions. */
    public MemoryOrders(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        TreeMap<String, Order> oldOrders = new TreeMap<>(orders);
        Map<String, List<HistoryEntry>> oldHistories = new HashMap<>(histories);
        Map<String, List<Verdict>> oldVerdicts = new HashMap<>(verdicts);
        Map<Long, String> oldSubmissions = new HashMap<>(submissions);
        return () -> {
            orders = oldOrders;
            histories = oldHistories;
            verdicts = oldVerdicts;
            submissions = oldSubmissions;
        };
    }

    @Override
    public void insert(Order order, HistoryEntry entry) {
        transactions.check();
        orders.put(order.id(), order);
        histories.put(order.id(), List.of(entry));
    }

    @Override
    public void update(Order order, HistoryEntry entry) {
        transactions.check();
        if (orders.get(order.id()).version() != order.version() - 1) {
            throw new StaleOrder(order.id());
        }
        put(order);
        List<HistoryEntry> entries = new ArrayList<>(histories.get(order.id()));
        entries.add(entry);
        histories.put(order.id(), entries);
    }

    @Override
    public void mark(String orderId, Set<String> marks) {
        transactions.check();
        this.marks.put(orderId, marks);
    }

    @Override
    public List<OrderSummary> marked(String mark, int limit) {
        return list(new OrderQuery(null, null, null, false, null, limit).among(marks.entrySet().stream()
            .filter(entry -> entry.getValue().contains(mark)).map(Map.Entry::getKey).toList()));
    }

    /** Puts an order as it is, without a history entry. */
    public void put(Order order) {
        orders.put(order.id(), order);
        if (order.handover().submissionNo() != 0) {
            submissions.put(order.handover().submissionNo(), order.id());
        }
        histories.putIfAbsent(order.id(), List.of());
    }

    /** Does what nobody may: changes a history afterwards. */
    public void tamper(String id, UnaryOperator<List<HistoryEntry>> change) {
        histories.computeIfPresent(id, (key, entries) -> change.apply(entries));
    }

    /** Makes an order's data unreadable for good. */
    public void erase(String id) {
        erased.add(id);
    }

    @Override
    public Optional<Order> load(String id) {
        transactions.check();
        if (erased.contains(id)) {
            throw new org.openbeian.api.security.DataErased(id);
        }
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<Order> lock(String id) {
        return load(id);
    }

    @Override
    public Optional<String> bySubmission(long submissionNo) {
        return Optional.ofNullable(submissions.get(submissionNo));
    }

    @Override
    public long nextSubmissionNo() {
        return ++lastSubmission;
    }

    @Override
    public List<OrderSummary> list(OrderQuery query) {
        return orders.descendingMap().values().stream()
            .filter(order -> query.account() == null || query.account().equals(order.account()))
            .filter(order -> query.ids() == null || query.ids().contains(order.id()))
            .filter(order -> query.state() == null || query.state() == order.state())
            .filter(order -> query.provinceId() == null || query.provinceId().equals(order.provinceId()))
            .filter(order -> !query.waitingOnly() || order.progress().waiting() != null)
            .filter(order -> query.after() == null || order.id().compareTo(query.after()) < 0)
            .limit(query.limit()).map(MemoryOrders::summary).toList();
    }

    @Override
    public List<OrderSummary> queue(ReviewQuery query) {
        Comparator<Order> byDue = Comparator.comparing(order -> order.progress().due());
        Comparator<Order> byRisk = Comparator.comparing((Order order) -> -ReviewRisk.weight(order));
        return orders.values().stream().filter(order -> order.state() == OrderState.PRE_REVIEW)
            .filter(order -> query.claimedBy() == null || query.claimedBy().equals(order.review().claimedBy()))
            .sorted((query.riskFirst() ? byRisk.thenComparing(byDue) : byDue.thenComparing(byRisk)).thenComparing(Order::id))
            .dropWhile(order -> query.after() != null && !order.id().equals(query.after().id())).skip(query.after() == null ? 0 : 1)
            .limit(query.limit()).map(MemoryOrders::summary).toList();
    }

    private static OrderSummary summary(Order order) {
        String organizer = order.application().organizer() == null ? null : order.application().organizer().name();
        return new OrderSummary(order.id(), order.version(), order.account(), order.type(), order.provinceId(), organizer,
            Domains.of(order.application()).stream().findFirst().orElse(null), order.state(),
            order.progress().waiting() == null ? null : order.progress().waiting().reason(), null, order.createdAt(),
            order.updatedAt(), order.progress().due(), null);
    }

    @Override
    public List<String> waiting(String reason, String subject, int limit) {
        return orders.values().stream().filter(order -> order.progress().waiting() != null
            && order.progress().waiting().reason().equals(reason) && order.progress().waiting().subject().equals(subject))
            .map(Order::id).limit(limit).toList();
    }

    @Override
    public boolean anyAt(String authorityId, List<OrderState> states) {
        return orders.values().stream().anyMatch(order -> authorityId.equals(order.authorityId()) && states.contains(order.state()));
    }

    @Override
    public List<String> authoritiesOf(List<OrderState> states) {
        return orders.values().stream().filter(order -> states.contains(order.state())).map(Order::authorityId).distinct().sorted()
            .toList();
    }

    @Override
    public Map<OrderState, Long> counts() {
        Map<OrderState, Long> counts = new EnumMap<>(OrderState.class);
        orders.values().forEach(order -> counts.merge(order.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public void hold(String orderId, String key) {
        held.values().removeIf(orderId::equals);
        held.put(key, orderId);
    }

    @Override
    public Optional<String> holder(String key) {
        return Optional.ofNullable(held.get(key)).filter(id -> orders.containsKey(id) && !orders.get(id).state().isFinal());
    }

    @Override
    public Optional<String> openOrderOfDomain(String domain, String exceptOrderId) {
        return orders.values().stream().filter(order -> order.state() != OrderState.DRAFT && !order.state().isFinal()
            && !order.id().equals(exceptOrderId) && Domains.of(order.application()).contains(domain)).map(Order::id).findFirst();
    }

    @Override
    public Optional<String> openOrderOfOrganizer(String organizerNumber) {
        return orders.values().stream().filter(order -> order.state() != OrderState.DRAFT && !order.state().isFinal())
            .filter(order -> order.application().basis() != null
                && organizerNumber.equals(order.application().basis().organizerNumber())).map(Order::id).findFirst();
    }

    @Override
    public HistoryEntry lastEntry(String orderId) {
        List<HistoryEntry> entries = histories.get(orderId);
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    @Override
    public List<HistoryEntry> history(String orderId, int afterNo) {
        return histories.get(orderId).stream().filter(entry -> entry.no() > afterNo).toList();
    }

    @Override
    public void addVerdict(String orderId, int round, Verdict verdict) {
        transactions.check();
        List<Verdict> more = new ArrayList<>(verdicts.getOrDefault(orderId, List.of()));
        more.add(verdict);
        verdicts.put(orderId, more);
    }

    @Override
    public List<Verdict> verdicts(String orderId) {
        return verdicts.getOrDefault(orderId, List.of());
    }

    @Override
    public List<String> smsFailedBefore(String authorityId, Instant at) {
        return orders.values().stream().filter(order -> order.state() == OrderState.SMS_FAILED
            && authorityId.equals(order.authorityId()) && !order.handover().smsDue().isAfter(at)
            && (order.handover().resultsFetchedAt() == null || order.handover().resultsFetchedAt().isBefore(at)))
            .map(Order::id).toList();
    }

    @Override
    public List<String> smsPending(Instant after, Instant until) {
        return orders.values().stream().filter(order -> order.state() == OrderState.SMS_PENDING
            && order.handover().smsDue().isAfter(after) && !order.handover().smsDue().isAfter(until)).map(Order::id).toList();
    }
}
