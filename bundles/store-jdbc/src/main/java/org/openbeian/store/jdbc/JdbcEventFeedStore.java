package org.openbeian.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.openbeian.api.store.EventFeedStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sequence of events by the transaction that wrote them. */
@Component
public final class JdbcEventFeedStore implements EventFeedStore {

    /** Setting that names the sequence; a restored backup takes it away. */
    static final String EPOCH = "events.epoch";

    private final Database database;
    private final JdbcSettingsStore settings;

    @Activate
    public JdbcEventFeedStore(@Reference Database database) {
        this.database = database;
        this.settings = new JdbcSettingsStore(database);
    }

    @Override
    public String epoch() {
        return settings.get(EPOCH).orElseGet(this::begin);
    }

    /** A sequence that came from another PostgreSQL may be ahead of this one's numbers: all of it is put before them. */
    private String begin() {
        return database.call(() -> {
            if (database.dialect() == Dialect.POSTGRESQL) {
                database.update("update order_event set tx = 0 where tx > txid_current()");
            }
            database.insertUnlessThere("insert into setting (content, name) values (?, ?)", UUID.randomUUID().toString().substring(0, 8),
                EPOCH);
            return settings.get(EPOCH).orElseThrow();
        });
    }

    @Override
    public Position end() {
        return new Position(horizon(), "", 0);
    }

    @Override
    public Batch read(String account, Collection<String> orders, Position after, int limit) {
        long horizon = horizon();
        StringBuilder sql = new StringBuilder("select e.*, o.account from order_event e join filing_order o on o.id = e.order_id"
            + " where (e.tx, e.order_id, e.event_no) > (?, ?, ?) and e.tx < ?");
        List<Object> parameters = new ArrayList<>(List.of(after.transaction(), after.orderId(), after.no(), horizon));
        if (account != null) {
            sql.append(" and o.account = ?");
            parameters.add(account);
        }
        if (orders != null) {
            sql.append(" and e.order_id in (").append(String.join(", ", Collections.nCopies(orders.size(), "?"))).append(')');
            parameters.addAll(orders);
        }
        parameters.add(limit);
        List<Row> rows = database.query(sql.append(" order by e.tx, e.order_id, e.event_no limit ?").toString(), row ->
            new Row(new Position(row.getLong("tx"), row.getString("order_id"), row.getInt("event_no")), row.getString("account"),
                JdbcOrderStore.entry(row)), parameters.toArray());
        Position next = rows.size() == limit ? rows.get(limit - 1).position() : new Position(horizon, "", 0);
        return new Batch(rows, next.transaction() < after.transaction() ? after : next);
    }

    private long horizon() {
        return database.dialect() == Dialect.H2 ? database.events().horizon()
            : database.first("select txid_snapshot_xmin(txid_current_snapshot())", row -> row.getLong(1)).orElseThrow();
    }
}
