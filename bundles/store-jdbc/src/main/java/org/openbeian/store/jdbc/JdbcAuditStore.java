package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AuditStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcAuditStore implements AuditStore {

    private static final String ADD = "insert into audit_entry (happened_at, account, origin, action, object_kind, object_id,"
        + " reason, details) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CHAIN = "select first_no, first_previous, last_no, last_hash from audit_chain";

    private final Database database;

    @Activate
    public JdbcAuditStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry open) {
        database.update(ADD, open.at(), open.account(), open.origin(), open.action(), open.objectKind(), open.objectId(),
            open.reason(), Documents.text(open.details()));
    }

    @Override
    public Map<Long, AuditEntry> open(int limit) {
        Map<Long, AuditEntry> entries = new LinkedHashMap<>();
        database.query("select * from audit_entry where entry_no is null order by id limit ?",
            row -> entries.put(row.getLong("id"), entry(row)), limit);
        return entries;
    }

    @Override
    public Chain chain() {
        return database.first(CHAIN, JdbcAuditStore::chain).orElseThrow();
    }

    @Override
    public Chain lock() {
        if (database.transaction() == null) {
            throw new IllegalStateException("a lock needs a transaction");
        }
        return database.first(CHAIN + " for update", JdbcAuditStore::chain).orElseThrow();
    }

    @Override
    public void seal(Map<Long, AuditEntry> sealed, Chain after) {
        database.call(() -> {
            database.batch("update audit_entry set entry_no = ?, previous_hash = ?, hash = ? where id = ? and entry_no is null",
                sealed.entrySet().stream().map(entry -> new Object[] {entry.getValue().no(), entry.getValue().previousHash(),
                    entry.getValue().hash(), entry.getKey()}).toList());
            save(after);
            return null;
        });
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        StringBuilder sql = new StringBuilder("select * from audit_entry where entry_no is not null");
        List<Object> parameters = new ArrayList<>();
        with(sql, parameters, " and account = ?", query.account());
        if (query.action() != null && query.action().endsWith("*")) {
            String beginning = query.action().substring(0, query.action().length() - 1);
            with(sql, parameters, " and substring(action, 1, " + beginning.length() + ") = ?", beginning);
        } else {
            with(sql, parameters, " and action = ?", query.action());
        }
        with(sql, parameters, " and object_kind = ?", query.objectKind());
        with(sql, parameters, " and object_id = ?", query.objectId());
        with(sql, parameters, " and happened_at >= ?", query.from());
        with(sql, parameters, " and happened_at < ?", query.until());
        with(sql, parameters, " and entry_no < ?", query.before() == 0 ? null : query.before());
        parameters.add(query.limit());
        return database.query(sql.append(" order by entry_no desc limit ?").toString(), JdbcAuditStore::entry,
            parameters.toArray());
    }

    @Override
    public List<AuditEntry> from(long no, int limit) {
        return database.query("select * from audit_entry where entry_no >= ? order by entry_no limit ?", JdbcAuditStore::entry,
            no, limit);
    }

    @Override
    public int trim(Instant before, int limit) {
        return database.call(() -> {
            Chain chain = lock();
            long end = database.first("select min(entry_no) from audit_entry where entry_no is not null and happened_at >= ?",
                row -> row.getLong(1), before).filter(first -> first > 0).orElse(chain.lastNo() + 1);
            int count = (int) Math.min(limit, end - chain.firstNo());
            if (count <= 0) {
                return 0;
            }
            AuditEntry last = from(chain.firstNo() + count - 1, 1).get(0);
            database.update("delete from audit_entry where entry_no <= ?", last.no());
            save(new Chain(last.no() + 1, last.hash(), chain.lastNo(), chain.lastHash()));
            add(new AuditEntry(0, Instant.now().truncatedTo(ChronoUnit.MILLIS), Actor.SYSTEM.account(), Actor.SYSTEM.address(), CUT,
                "audit", Long.toString(last.no() + 1), null,
                Map.of("previousHash", last.hash(), "removed", Integer.toString(count)), null, null));
            return count;
        });
    }

    private void save(Chain chain) {
        database.update("update audit_chain set first_no = ?, first_previous = ?, last_no = ?, last_hash = ?", chain.firstNo(),
            chain.firstPrevious(), chain.lastNo(), chain.lastHash());
    }

    private static Chain chain(ResultSet row) throws SQLException {
        return new Chain(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getLong("entry_no"), Rows.instant(row, "happened_at"), row.getString("account"),
            row.getString("origin"), row.getString("action"), row.getString("object_kind"), row.getString("object_id"),
            row.getString("reason"), Documents.texts(row.getString("details")), row.getString("previous_hash"),
            row.getString("hash"));
    }

    private static void with(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }
}
