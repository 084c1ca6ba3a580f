package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.key.WrappedKey;
import org.openbeian.api.store.DataKeyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcDataKeyStore implements DataKeyStore {

    private static final String COLUMNS = "select id, scope, master_id, wrapped from data_key where ";

    private final Database database;
    private final RecentKeys recent;

    @Activate
    public JdbcDataKeyStore(@Reference Database database) {
        this.database = database;
        this.recent = database.recentKeys();
    }

    @Override
    public Optional<DataKey> find(String scope) {
        return recent.find(scope).or(() -> {
            long destroyed = recent.destroyed();
            Optional<DataKey> found = load(scope);
            found.ifPresent(key -> remember(key, destroyed));
            return found;
        });
    }

    @Override
    public DataKey add(DataKey key) {
        long destroyed = recent.destroyed();
        boolean added = database.insertUnlessThere("insert into data_key (scope, id, master_id, wrapped, created_at)"
            + " values (?, ?, ?, ?, ?)", key.scope(), key.id(), key.wrapped().masterId(), key.wrapped().bytes(), Instant.now());
        DataKey holds = added ? key : load(key.scope()).orElseThrow(() -> new IllegalStateException("the key of " + key.scope()
            + " was destroyed at this moment"));
        remember(holds, destroyed);
        return holds;
    }

    @Override
    public Map<String, DataKey> find(Collection<String> scopes) {
        Map<String, DataKey> found = new LinkedHashMap<>();
        if (!scopes.isEmpty()) {
            database.query(COLUMNS + "scope = any(?)", JdbcDataKeyStore::key, (Object) scopes.toArray(String[]::new))
                .forEach(key -> found.put(key.scope(), key));
        }
        return found;
    }

    @Override
    public Map<String, DataKey> add(Collection<DataKey> keys) {
        if (database.dialect() == Dialect.H2 || database.transaction() == null) {
            return DataKeyStore.super.add(keys);
        }
        Map<String, DataKey> hold = new LinkedHashMap<>();
        keys.forEach(key -> hold.put(key.scope(), key));
        Instant now = Instant.now();
        boolean added = keys.isEmpty() || CopyRows.loadNew(database, "data_key (scope, id, master_id, wrapped, created_at)",
            keys.stream().map(key -> new Object[] {key.scope(), key.id(), key.wrapped().masterId(), key.wrapped().bytes(), now}).toList());
        return added ? hold : DataKeyStore.super.add(keys);
    }

    @Override
    public Optional<String> destroy(String scope) {
        return database.call(() -> {
            Optional<String> id = database.first("select id from data_key where scope = ? for update", row -> row.getString(1),
                scope);
            id.ifPresent(there -> destroyAll(database, List.of(scope)));
            return id;
        });
    }

    @Override
    public Map<String, Long> countByMaster() {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.query("select master_id, count(*) from data_key group by master_id order by master_id",
            row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    @Override
    public List<DataKey> notUnder(String masterId, int limit) {
        return database.query(COLUMNS + "master_id <> ? order by master_id limit ?", JdbcDataKeyStore::key, masterId, limit);
    }

    @Override
    public boolean rewrap(DataKey key) {
        return database.update("update data_key set master_id = ?, wrapped = ? where id = ?", key.wrapped().masterId(),
            key.wrapped().bytes(), key.id()) > 0;
    }

    /** Destroys the keys of data whose rows the caller's transaction deletes. */
    static void destroyAll(Database database, List<String> scopes) {
        if (!scopes.isEmpty()) {
            database.batch("delete from data_key where scope = ?", scopes.stream().map(scope -> new Object[] {scope}).toList());
            scopes.forEach(database.recentKeys()::forget);
            database.afterCommit(() -> scopes.forEach(database.recentKeys()::forget));
        }
    }

    private Optional<DataKey> load(String scope) {
        return database.first(COLUMNS + "scope = ?", JdbcDataKeyStore::key, scope);
    }

    /** A key read or written inside a transaction counts only once that is committed. */
    private void remember(DataKey key, long destroyed) {
        database.afterCommit(() -> recent.put(key, destroyed));
    }

    private static DataKey key(ResultSet row) throws SQLException {
        return new DataKey(row.getString("id"), row.getString("scope"),
            new WrappedKey(row.getString("master_id"), row.getBytes("wrapped")));
    }
}
