package org.openbeian.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The schema and its migrations. */
final class Schema {

    private static final String FOLDER = "classpath:org/openbeian/store/jdbc/migration/";

    private Schema() {
    }

    /**
     * Brings the schema up to date; a schema that is newer than this bundle is refused.
     *
     * @return its version
     */
    static String migrate(DataSource pool, Dialect dialect) {
        List<String> locations = new ArrayList<>(List.of(FOLDER + "common"));
        if (dialect == Dialect.POSTGRESQL) {
            locations.add(FOLDER + "postgresql");
        }
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
            .dataSource(pool)
            .locations(locations.toArray(String[]::new))
            .placeholders(dialect.types())
            .table("schema_history")
            .ignoreMigrationPatterns(new String[0])
            .connectRetries(0)
            .cleanDisabled(true)
            .load();
        flyway.migrate();
        MigrationInfo current = flyway.info().current();
        return current == null ? "none" : current.getVersion().getVersion();
    }
}
