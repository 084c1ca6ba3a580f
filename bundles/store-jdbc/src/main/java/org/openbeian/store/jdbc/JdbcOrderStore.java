package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.ReviewQuery;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StaleOrder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders as one protected document each, beside the columns that questions need. */
@Component
public final class JdbcOrderStore implements OrderStore {

    private static final String COLUMNS = "version, account, type, state, province_id, waiting_reason, waiting_subject,"
            + " organizer_name, domain, submission_no, number, created_at, updated_at, due, sms_due, results_at, is_proposed,"
            + " call_from, risk, claimed_by, authority_id, document";
    private static final String INSERT = "insert into filing_order (" + COLUMNS + ", id) values (" + "?, ".repeat(22) + "?)";
    private static final String UPDATE = "update filing_order set " + COLUMNS.replace(",", " = ?,")
            + " = ? where id = ? and version = ?";
    private static final String ADD_EVENT = "insert into order_event (order_id, event_no, happened_at, actor, event,"
            + " from_state, to_state, reason, details, previous_hash, hash, tx) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ";
    private static final String LOAD = "select document from filing_order where id = ?";
    /** At an authority; a row that a server of a former version wrote says no account, which is then that of its province. */
    private static final String AT = "(authority_id = ? or authority_id is null and province_id = ?)";
    private static final String UNDER_WAY = OrderColumns.quoted(state -> state != OrderState.DRAFT && !state.isFinal());

    private final Database database;
    private final PersonalData personalData;
    private final HeldDomains held;
    private final String addEvent;
    private final NamedResources resources;
    private final RecentOrders recent = new RecentOrders();

    @Activate
    public JdbcOrderStore(@Reference Database database, @Reference PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
        this.held = new HeldDomains(database);
        this.addEvent = ADD_EVENT + (database.dialect() == Dialect.H2 ? "?)" : "default)");
        this.resources = new NamedResources(database);
    }

    @Override
    public void insert(Order order, HistoryEntry entry) {
        if (order.version() != 1 || entry.no() != 1) {
            throw new IllegalArgumentException("a new order has version 1 and history entry 1");
        }
        database.call(() -> {
            database.update(INSERT, values(order, order.id()));
            addEntry(order, entry);
            addDomains(order.id(), OrderColumns.domains(order));
            held.follow(null, order);
            resources.follow(null, order);
            addSubmission(order, Handover.NONE);
            return stored(order, entry);
        });
    }

    @Override
    public void update(Order order, HistoryEntry entry) {
        database.call(() -> {
            Order before = remembered(order.id()).orElseThrow(() -> new StaleOrder(order.id()));
            if (database.update(UPDATE, values(order, order.id(), order.version() - 1)) == 0) {
                throw new StaleOrder(order.id());
            }
            addEntry(order, entry);
            changeDomains(before, order);
            held.follow(before, order);
            resources.follow(before, order);
            addSubmission(order, before.handover());
            return stored(order, entry);
        });
    }

    @Override
    public Optional<Order> load(String id) {
        return database.first(LOAD, row -> remember(order(id, row.getBytes(1))), id);
    }

    @Override
    public Optional<Order> lock(String id) {
        if (database.transaction() == null) {
            throw new IllegalStateException("a lock needs a transaction");
        }
        return database.first("select version from filing_order where id = ? for update", row -> row.getLong(1), id)
            .flatMap(version -> recent.find(id, version).map(this::rememberRecent).or(() -> load(id)));
    }

    /**
     * Puts orders of former versions that are under way where specialists look for them.
     *
     * @return id of the last order looked at; null behind the last
     */
    String queueOlder(String after, int limit) {
        List<String> ids = database.query("select id from filing_order where id > ? and state in (" + UNDER_WAY
            + ") order by id limit ?", row -> row.getString(1), after, limit);
        ids.forEach(id -> load(id).ifPresent(order -> database.update("update filing_order set risk = ?, claimed_by = ? where id = ?"
            + " and version = ?", OrderColumns.risk(order), OrderColumns.claimedBy(order), id, order.version())));
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    @Override
    public Optional<String> bySubmission(long submissionNo) {
        return database.first("select order_id from order_submission where submission_no = ?", row -> row.getString(1),
            submissionNo);
    }

    @Override
    public long nextSubmissionNo() {
        String sql = database.dialect() == Dialect.H2 ? "select next value for submission_number"
            : "select nextval('submission_number')";
        return database.first(sql, row -> row.getLong(1)).orElseThrow();
    }

    @Override
    public List<OrderSummary> list(OrderQuery query) {
        StringBuilder sql = new StringBuilder("select id, ").append(COLUMNS.replace(", document", ""))
            .append(" from filing_order where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        with(sql, parameters, " and account = ?", query.account());
        with(sql, parameters, " and state = ?", query.state());
        with(sql, parameters, " and province_id = ?", query.provinceId());
        with(sql, parameters, " and id < ?", query.after());
        if (query.ids() != null) {
            sql.append(" and id in (").append(String.join(", ", Collections.nCopies(query.ids().size(), "?"))).append(')');
            parameters.addAll(query.ids());
        }
        if (query.waitingOnly()) {
            sql.append(" and waiting_reason is not null");
        }
        if (query.proposedOnly()) {
            sql.append(" and is_proposed");
        }
        parameters.add(query.limit());
        return database.query(sql.append(" order by id desc limit ?").toString(), OrderColumns::summary, parameters.toArray());
    }

    @Override
    public List<OrderSummary> queue(ReviewQuery query) {
        StringBuilder sql = new StringBuilder("select id, ").append(COLUMNS.replace(", document", ""))
            .append(" from filing_order where state = '" + OrderState.PRE_REVIEW + "' and due is not null");
        List<Object> parameters = new ArrayList<>();
        with(sql, parameters, " and province_id = ?", query.provinceId());
        with(sql, parameters, " and claimed_by = ?", query.claimedBy());
        ReviewQuery.Position after = query.after();
        if (after != null && query.riskFirst()) {
            sql.append(" and risk <= ? and (risk < ? or risk = ? and (due > ? or due = ? and id > ?))");
            parameters.addAll(List.of(after.risk(), after.risk(), after.risk(), after.due(), after.due(), after.id()));
        } else if (after != null) {
            sql.append(" and due >= ? and (due > ? or due = ? and (risk < ? or risk = ? and id > ?))");
            parameters.addAll(List.of(after.due(), after.due(), after.due(), after.risk(), after.risk(), after.id()));
        }
        parameters.add(query.limit());
        sql.append(query.riskFirst() ? " order by risk desc, due, id limit ?" : " order by due, risk desc, id limit ?");
        return database.query(sql.toString(), OrderColumns::summary, parameters.toArray());
    }

    @Override
    public void mark(String orderId, Set<String> marks) {
        database.call(() -> {
            database.update("delete from order_mark where order_id = ?", orderId);
            if (!marks.isEmpty()) {
                database.batch("insert into order_mark (mark, order_id) values (?, ?)",
                    marks.stream().map(mark -> new Object[] {mark, orderId}).toList());
            }
            return null;
        });
    }

    @Override
    public void hold(String orderId, String key) {
        database.call(() -> {
            held.hold(orderId, key);
            return null;
        });
    }

    @Override
    public Optional<String> holder(String key) {
        return database.first("select order_id from held_domain where domain = ?", row -> row.getString(1), key);
    }

    @Override
    public List<OrderSummary> marked(String mark, int limit) {
        return database.query("select id, " + COLUMNS.replace(", document", "") + " from filing_order where id in"
            + " (select order_id from order_mark where mark = ?) order by id desc limit ?", OrderColumns::summary, mark, limit);
    }

    @Override
    public List<String> waiting(String reason, String subject, int limit) {
        return database.query("select id from filing_order where waiting_reason = ? and waiting_subject = ?"
            + " order by id limit ?", row -> row.getString(1), reason, subject, limit);
    }

    @Override
    public boolean anyAt(String authorityId, List<OrderState> states) {
        return database.first("select 1 from filing_order where " + AT + " and state in ("
            + OrderColumns.quoted(states::contains) + ") limit 1", row -> true, authorityId, authorityId).isPresent();
    }

    @Override
    public List<String> authoritiesOf(List<OrderState> states) {
        return database.query("select distinct coalesce(authority_id, province_id) from filing_order where state in ("
            + OrderColumns.quoted(states::contains) + ") and coalesce(authority_id, province_id) is not null order by 1",
            row -> row.getString(1));
    }

    @Override
    public Map<OrderState, Long> counts() {
        Map<OrderState, Long> counts = new EnumMap<>(OrderState.class);
        database.query("select state, count(*) from filing_order group by state",
            row -> counts.put(OrderState.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    @Override
    public Optional<String> openOrderOfDomain(String domain, String exceptOrderId) {
        return database.first("select d.order_id from order_domain d join filing_order o on o.id = d.order_id"
            + " where d.domain = ? and d.order_id <> ? and o.state in (" + UNDER_WAY + ") order by d.order_id limit 1",
            row -> row.getString(1), OrderColumns.domain(domain), exceptOrderId == null ? "" : exceptOrderId);
    }

    @Override
    public Optional<String> openOrderOfOrganizer(String organizerNumber) {
        return database.first("select order_id from held_domain where domain = ?", row -> row.getString(1),
            HeldDomains.organizer(organizerNumber));
    }

    @Override
    public HistoryEntry lastEntry(String orderId) {
        Transaction transaction = database.transaction();
        HistoryEntry known = transaction == null ? null : transaction.lastEntries().get(orderId);
        if (known != null) {
            return known;
        }
        return database.first("select * from order_event where order_id = ? order by order_id desc, event_no desc limit 1",
            JdbcOrderStore::entry, orderId)
            .orElseThrow(() -> new IllegalArgumentException("order " + orderId + " has no history"));
    }

    @Override
    public List<HistoryEntry> history(String orderId, int afterNo) {
        return database.query("select * from order_event where order_id = ? and event_no > ? order by event_no",
            JdbcOrderStore::entry, orderId, afterNo);
    }

    @Override
    public void addVerdict(String orderId, int round, Verdict verdict) {
        database.update("insert into verdict (order_id, round, judged_at, document) values (?, ?, ?, ?)", orderId, round,
            verdict.at(), personalData.protect(orderId, Packed.pack(Documents.bytes(verdict))));
    }

    @Override
    public List<Verdict> verdicts(String orderId) {
        return database.query("select document from verdict where order_id = ? order by id",
            row -> Documents.read(Packed.unpack(personalData.reveal(orderId, row.getBytes(1))), Verdict.class), orderId);
    }

    @Override
    public List<String> smsFailedBefore(String authorityId, Instant at) {
        return database.query("select id from filing_order where state = ? and " + AT + " and sms_due <= ?"
            + " and (results_at is null or results_at < ?) order by id",
            row -> row.getString(1), OrderState.SMS_FAILED, authorityId, authorityId, at, at);
    }

    @Override
    public List<String> smsPending(Instant after, Instant until) {
        return database.query("select id from filing_order where sms_due > ? and sms_due <= ? and state = ? order by id",
            row -> row.getString(1), after, until, OrderState.SMS_PENDING);
    }

    private Object[] values(Order order, Object... last) {
        byte[] document = personalData.protect(order.id(), Documents.bytes(order));
        return OrderColumns.values(order, document, last);
    }

    private Order order(String id, byte[] document) {
        return Documents.read(personalData.reveal(id, document), Order.class);
    }

    private void addEntry(Order order, HistoryEntry entry) {
        if (!entry.orderId().equals(order.id())) {
            throw new IllegalArgumentException("the history entry belongs to another order");
        }
        List<Object> values = new ArrayList<>(Arrays.<Object>asList(entry.orderId(), entry.no(), entry.at().toString(), entry.actor(),
            entry.event(), entry.from(), entry.to(), entry.reason(), Documents.text(entry.details()), entry.previousHash(),
            entry.hash()));
        if (database.dialect() == Dialect.H2) {
            values.add(database.events().number());
        }
        database.update(addEvent, values.toArray());
    }

    static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(row.getString("order_id"), row.getInt("event_no"), Instant.parse(row.getString("happened_at")),
            row.getString("actor"), Rows.constant(row, "event", OrderEvent.class),
            Rows.constant(row, "from_state", OrderState.class), Rows.constant(row, "to_state", OrderState.class),
            row.getString("reason"), Documents.texts(row.getString("details")), row.getString("previous_hash"),
            row.getString("hash"));
    }

    /** Keeps the order with the transaction, so that the next update knows what changed without asking. */
    private Order remember(Order order) {
        Transaction transaction = database.transaction();
        if (transaction != null) {
            transaction.orders().put(order.id(), order);
        }
        return order;
    }

    private Optional<Order> remembered(String id) {
        Order order = database.transaction().orders().get(id);
        return order == null ? load(id) : Optional.of(order);
    }

    /** Makes the transaction know the order and, when it is committed, the next one who locks it. */
    private Order stored(Order order, HistoryEntry entry) {
        database.transaction().lastEntries().put(order.id(), entry);
        database.afterCommit(() -> recent.put(order, entry));
        return remember(order);
    }

    private Order rememberRecent(RecentOrders.Recent found) {
        database.transaction().lastEntries().put(found.order().id(), found.last());
        return remember(found.order());
    }

    private void changeDomains(Order before, Order order) {
        if (before.application() == order.application()) {
            return;
        }
        Set<String> domains = OrderColumns.domains(order);
        if (!domains.equals(OrderColumns.domains(before))) {
            database.update("delete from order_domain where order_id = ?", order.id());
            addDomains(order.id(), domains);
        }
    }

    private void addDomains(String orderId, Set<String> domains) {
        if (!domains.isEmpty()) {
            database.batch("insert into order_domain (domain, order_id) values (?, ?)",
                domains.stream().map(domain -> new Object[] {domain, orderId}).toList());
        }
    }

    private void addSubmission(Order order, Handover before) {
        long number = order.handover().submissionNo();
        if (number != 0 && number != before.submissionNo()) {
            database.insertUnlessThere("insert into order_submission (submission_no, order_id) values (?, ?)", number, order.id());
        }
    }

    private static void with(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }
}
