package org.openbeian.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.store.GateStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcGateStore implements GateStore {

    private static final String NUMBER = "number";
    /** Of a domain of the register; a backup of a former version brings rows without one. */
    private static final String STATE =
        "coalesce(d.gate_state, (select s.gate_state from register_service s where s.number = d.service_number))";
    /** From the weakest word to the strongest: a domain that was cancelled may be asked for again, and be filed again. */
    private static final List<Source> SOURCES = List.of(
        new Source("select domain, 'CANCELLED' from cancelled_domain where ", "domain"),
        new Source("select h.domain, o.type from held_domain h join filing_order o on o.id = h.order_id where ", "h.domain"),
        new Source("select a.domain, a.gate_state from (select d.domain, max(" + STATE + ") as gate_state from register_app_domain d"
            + " group by d.domain) a where a.gate_state is not null and ", "a.domain"),
        new Source("select domain, gate_state from domain_blocking where gate_state is not null and ", "domain"),
        new Source("select d.domain, " + STATE + " from register_domain d where ", "d.domain"),
        new Source("select distinct r.service_key, o.type from order_resource r join filing_order o on o.id = r.order_id where"
            + " r.service_key like 'app:%' and o.type in ('FIRST', 'NEW_SERVICE', 'ACCESS') and o.state in ("
            + OrderColumns.quoted(state -> state != OrderState.DRAFT && !state.isFinal()) + ") and ", "r.service_key"),
        new Source("select number, gate_state from register_service where number like '%A' and ", NUMBER));
    private static final int SCAN = 10_000;
    /** What stands behind a key, by the word for it: looked up for each of millions. */
    private static final Map<String, GateState> WORDS = words();

    private final Database database;

    @Activate
    public JdbcGateStore(@Reference Database database) {
        this.database = database;
    }

    /**
     * Where states come from.
     *
     * @param select all but its last condition
     * @param column what holds the keys; {@link #NUMBER} holds the filing numbers of APPs instead, which make their keys
     */
    private record Source(String select, String column) {

        /** What stands in the column for these keys: the letters of a filing number are capitals. */
        List<String> stored(Collection<String> keys) {
            return column.equals(NUMBER) ? keys.stream().filter(key -> key.startsWith(GateChanges.APP))
                .map(key -> key.substring(GateChanges.APP.length()).toUpperCase(Locale.ROOT)).toList() : List.copyOf(keys);
        }

        String key(String stored) {
            return column.equals(NUMBER) ? GateChanges.app(stored) : stored;
        }
    }

    /** What stands in the column, and behind its key. */
    private record Known(String stored, GateState state) {
    }

    @Override
    public long last() {
        return database.first("select max(change_no) from gate_change", row -> row.getLong(1)).orElse(0L);
    }

    @Override
    public void scan(BiConsumer<String, GateState> to) {
        if (database.dialect() == Dialect.H2) {
            SOURCES.forEach(source -> scan(source, to));
        } else {
            SOURCES.forEach(source -> stream(source, to));
        }
    }

    /** All at once, handed out portion by portion; the embedded database would hold them all. */
    private void stream(Source source, BiConsumer<String, GateState> to) {
        String sql = source.select() + "true";
        database.call(() -> {
            try (PreparedStatement statement = database.transaction().connection().prepareStatement(sql)) {
                statement.setFetchSize(SCAN);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Known known = known(rows);
                        to.accept(source.key(known.stored()), known.state());
                    }
                }
                return null;
            } catch (SQLException e) {
                throw Failures.of(sql, e);
            }
        });
    }

    /** Page by page in the order of the keys, so that neither the driver nor a transaction holds all of them. */
    private void scan(Source source, BiConsumer<String, GateState> to) {
        String after = "";
        List<Known> page;
        do {
            page = database.query(source.select() + source.column() + " > ? order by " + source.column() + " limit ?",
                JdbcGateStore::known, after, SCAN);
            page.forEach(known -> to.accept(source.key(known.stored()), known.state()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).stored();
        } while (page.size() == SCAN);
    }

    @Override
    public List<Change> changes(long after, int limit) {
        return database.query("select change_no, gate_key from gate_change where change_no > ? order by change_no limit ?",
            row -> new Change(row.getLong(1), row.getString(2)), after, limit);
    }

    @Override
    public List<Change> changes(Collection<Long> numbers) {
        return database.query("select change_no, gate_key from gate_change where change_no = any(?)",
            row -> new Change(row.getLong(1), row.getString(2)), (Object) numbers.toArray(Long[]::new));
    }

    @Override
    public Map<String, GateState> states(Collection<String> keys) {
        Map<String, GateState> states = new HashMap<>();
        SOURCES.forEach(source -> {
            Object stored = source.stored(keys).toArray(String[]::new);
            database.query(source.select() + source.column() + " = any(?)", JdbcGateStore::known, stored)
                .forEach(known -> states.put(source.key(known.stored()), known.state()));
        });
        states.values().removeIf(state -> state == GateState.NONE);
        return states;
    }

    @Override
    public int forget(Instant before) {
        return database.update("delete from gate_change where changed_at < ? and change_no < (select max(change_no) from gate_change)",
            before);
    }

    /** What is filed may be served, also while a change is under way; a new domain waits for the end of its order. */
    private static Known known(ResultSet row) throws SQLException {
        String word = row.getString(2);
        GateState state = WORDS.get(word);
        return new Known(row.getString(1), state == null ? GateState.valueOf(word) : state);
    }

    private static Map<String, GateState> words() {
        Map<String, GateState> words = new HashMap<>();
        Arrays.stream(GateState.values()).forEach(state -> words.put(state.name(), state));
        Arrays.stream(FilingType.values()).forEach(type -> words.put(type.name(), underWay(type)));
        return words;
    }

    private static GateState underWay(FilingType type) {
        return switch (type) {
            case FIRST, NEW_SERVICE -> GateState.FIRST_FILING;
            case ACCESS -> GateState.ACCESS_FILING;
            case CHANGE_ORGANIZER, CHANGE_SERVICE, CHANGE_BOTH -> GateState.ADDED_BY_CHANGE;
            case CANCEL_ORGANIZER, CANCEL_SERVICE, CANCEL_ACCESS -> GateState.NONE;
        };
    }
}
