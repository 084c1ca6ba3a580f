package org.openbeian.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema and its migrations. */
final class Schema {

    private static final String FOLDER = "classpath:org/openbeian/store/jdbc/migration/";

    private Schema() {
    }

    /**
     * Lets the embedded database write commits together: {@link GroupCommit} has them written before they are acknowledged, so
     * its own writer, without delay after every single commit or late, has nothing left to do. The setting is stored in it.
     */
    static void prepare(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.H2) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set write_delay 1000");
                statement.execute("set default_lock_timeout 10000");
            }
        }
    }

    /**
     * Brings the schema up to date, in any order: numbers are given out in ranges, and a later release may fill an earlier one. A
     * schema that is newer than this bundle is refused.
     *
     * @return its version
     */
    static String migrate(DataSource pool, Dialect dialect) {
        FluentConfiguration configuration = Flyway.configure(Schema.class.getClassLoader())
            .dataSource(pool)
            .locations(FOLDER + "common", FOLDER + dialect.name().toLowerCase(Locale.ROOT))
            .placeholders(dialect.types())
            .table("schema_history")
            .ignoreMigrationPatterns(new String[0])
            .connectRetries(0)
            .cleanDisabled(true);
        boolean between = Arrays.stream(configuration.load().info().all()).anyMatch(one -> one.getState() == MigrationState.IGNORED);
        Flyway flyway = configuration.outOfOrder(between).load();
        flyway.migrate();
        MigrationInfo current = flyway.info().current();
        return current == null ? "none" : current.getVersion().getVersion();
    }
}
