package org.openbeian.store.jdbc;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Where the two databases differ. */
enum Dialect {
    /** The embedded database. */
    H2("varbinary(1048576)", "binary large object", "", new DefaultJdbcCustomization(false)),
    /** PostgreSQL 12 or later. */
    POSTGRESQL("bytea", "bytea", " on conflict do nothing", new PostgreSqlJdbcCustomization(false, false));

    private final Map<String, String> types;
    private final String unlessThere;
    private final JdbcCustomization tasks;

    Dialect(String bytes, String blob, String unlessThere, JdbcCustomization tasks) {
        this.types = Map.of("bytes", bytes, "blob", blob);
        this.unlessThere = unlessThere;
        this.tasks = tasks;
    }

    /**
     * The dialect of a connection's database.
     *
     * @throws IllegalStateException when it is neither of the two
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new IllegalStateException("the store runs on H2 or PostgreSQL, not on " + product);
        };
    }

    /** Column types by placeholder of the migrations. */
    Map<String, String> types() {
        return types;
    }

    /** End of an insert that must not fail when the row is there; empty when the database has no such thing. */
    String unlessThere() {
        return unlessThere;
    }

    /** How the scheduler talks to this database. */
    JdbcCustomization tasks() {
        return tasks;
    }
}
