package org.openbeian.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.store.CodeTableStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Code tables, a row for each version; they name no person. */
@Component
public final class JdbcCodeTableStore implements CodeTableStore {

    private static final String SELECT = "select document from code_table t where authority_id = ?";

    private final Database database;

    @Activate
    public JdbcCodeTableStore(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void insert(CodeTable next) {
        database.update("insert into code_table (authority_id, name, version, received_at, document) values (?, ?, ?, ?, ?)",
            next.authorityId(), next.name(), next.version(), next.receivedAt(), Documents.bytes(next));
    }

    @Override
    public Optional<CodeTable> last(String authorityId, String name) {
        return database.first(SELECT + " and name = ? order by version desc limit 1", JdbcCodeTableStore::table, authorityId, name);
    }

    @Override
    public Optional<CodeTable> version(String authorityId, String name, long version) {
        return database.first(SELECT + " and name = ? and version = ?", JdbcCodeTableStore::table, authorityId, name, version);
    }

    @Override
    public List<CodeTable> all(String authorityId) {
        return database.query(SELECT + " and version = (select max(version) from code_table o where o.authority_id = t.authority_id"
            + " and o.name = t.name) order by name", JdbcCodeTableStore::table, authorityId);
    }

    private static CodeTable table(ResultSet row) throws SQLException {
        return Documents.read(row.getBytes(1), CodeTable.class);
    }
}
