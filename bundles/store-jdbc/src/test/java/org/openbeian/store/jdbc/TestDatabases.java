package org.openbeian.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The two real databases, started once per process and emptied for each test. */
final class TestDatabases {

    private static final Map<Dialect, DataSource> POOLS = new EnumMap<>(Dialect.class);
    private static final List<String> TABLES = List.of("resource_obligation", "held_domain", "order_domain",
        "order_resource", "order_submission", "filing_order",
        "order_event", "verdict", "lane", "lane_pause", "effect", "scheduled_tasks", "blob_part", "blob_file",
        "authority", "upload_file", "authority_report_name", "authority_report", "report_draft", "code_table", "result_file",
        "correction_case", "registry_answer", "identity_template", "blacklist", "register_app_domain",
        "register_domain", "register_access", "register_service", "register_organizer", "inbox_message",
        "delivery",
        "awaited_receipt", "early_receipt_spelling", "early_receipt", "endpoint", "known_channel", "notification_preference", "kept_answer",
        "gate_change", "cancelled_domain", "resource_base",
        "resource_address", "resource", "public_address", "domain_blocking", "domain_registration", "inventory_import_bad",
        "inventory_import_mark", "inventory_import", "setting", "data_key", "erasure", "audit_entry", "butler_case", "kept_case",
        "enquiry_time", "help_vote",
        "charge", "free_time", "invoice", "account", "account_session",
        "api_key", "api_nonce", "account_identity", "delegation", "invitation");

    private static final Path FILES = temporaryFolder();

    private TestDatabases() {
    }

    /** A migrated database without rows. */
    static synchronized Database fresh(Dialect dialect) {
        DataSource pool = POOLS.computeIfAbsent(dialect, key -> migrated(key, key == Dialect.H2 ? h2() : postgres()));
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database(pool, dialect, () -> false, dialect == Dialect.H2 ? new ContentFolder(FILES) : null);
    }

    private static DataSource migrated(Dialect dialect, DataSource pool) {
        Schema.migrate(pool, dialect);
        return pool;
    }

    private static DataSource h2() {
        Path folder = temporaryFolder();
        folder.resolve("openbeian.mv.db").toFile().deleteOnExit();
        return pool(h2(folder));
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("openbeian-store");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of an embedded database as the distribution configures it. */
    static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("openbeian") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(16);
        return pool;
    }

    private static DataSource postgres() {
        try {
            return postgres(startPostgres());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real PostgreSQL that forces commits to the disk, as in production. */
    static EmbeddedPostgres startPostgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
    }

    static JdbcConnectionPool postgres(EmbeddedPostgres server) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setDefaultAutoCommit(true);
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(16);
        return pool;
    }
}
