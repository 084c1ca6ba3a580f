package org.openbeian.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Backups;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups over one transaction that sees the database as it was when it began, on both databases alike; the files beside the
 * embedded database are copied after that, and kept until then.
 */
@Component
public final class JdbcBackups implements Backups {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcBackups.class);

    private final Supplier<Database> open;
    private final Supplier<String> schema;
    private final Consumer<Runnable> closed;
    private final KeyVault vault;

    @Activate
    public JdbcBackups(@Reference StoreOpener opener, @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault) {
        this(opener::database, () -> opener.check().schemaVersion(), opener::closed, vault);
    }

    /**
     * Over an open store.
     *
     * @param open gives the open database
     * @param schema gives the version of its schema
     * @param closed runs work while no store is open
     */
    JdbcBackups(Supplier<Database> open, Supplier<String> schema, Consumer<Runnable> closed, KeyVault vault) {
        this.open = open;
        this.schema = schema;
        this.closed = closed;
        this.vault = vault;
    }

    @Override
    public synchronized Backup create(Path directory, boolean withKeys) {
        Database database = open.get();
        BackupDirectory target = new BackupDirectory(directory);
        try {
            target.create();
            if (database.folder() == null) {
                return write(database, target, withKeys);
            }
            database.folder().hold();
            try {
                return write(database, target, withKeys);
            } finally {
                database.folder().release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written to " + directory, e);
        } catch (SQLException e) {
            throw Failures.of("backup", e);
        }
    }

    private Backup write(Database database, BackupDirectory target, boolean withKeys) throws SQLException, IOException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Long> rows;
        Map<String, Long> sequences;
        Set<String> masters;
        List<String> files;
        try (Connection connection = database.pool().getConnection()) {
            begin(connection, database.dialect());
            try {
                BackupTables tables = new BackupTables(connection);
                masters = new TreeSet<>(texts(connection, "select distinct master_id from data_key"));
                rows = tables.write(target.database());
                files = texts(connection, "select id from blob_file");
                sequences = tables.sequences();
            } finally {
                end(connection);
            }
        }
        if (database.folder() != null) {
            for (String id : files) {
                Path from = database.folder().path(id);
                Path to = target.files().resolve(from.getParent().getFileName()).resolve(id);
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        if (withKeys) {
            Files.write(target.vault(), vault.exportAll());
        }
        Backup backup = new Backup(at, database.dialect().name(), schema.get(), rows, files.size(), target.bytes(),
            masters, withKeys);
        target.finish(backup, sequences);
        LOG.info("Made a backup of {} rows and {} files", rows.values().stream().mapToLong(Long::longValue).sum(), files.size());
        return backup;
    }

    /** Begins a transaction to which the whole database stays as it is now. */
    private static void begin(Connection connection, Dialect dialect) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(dialect == Dialect.H2 ? Connection.TRANSACTION_SERIALIZABLE
            : Connection.TRANSACTION_REPEATABLE_READ);
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
    }

    @Override
    public Backup check(Path directory) {
        try {
            return new BackupDirectory(directory).check().backup();
        } catch (IOException e) {
            throw new IllegalArgumentException("the backup cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized Backup restore(Actor actor, Path directory) {
        BackupDirectory source = new BackupDirectory(directory);
        try {
            BackupDirectory.Manifest manifest = source.check();
            Database database = open.get();
            refuseOthers(database, manifest.backup());
            if (manifest.backup().withKeys()) {
                vault.importAll(Files.readAllBytes(source.vault()));
            }
            Set<String> missing = new TreeSet<>(manifest.backup().masters());
            missing.removeAll(vault.masters());
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("the key vault lacks the master keys " + missing + "; put the vault of the old"
                    + " server in place of this server's");
            }
            closed.accept(() -> read(database, source, manifest, actor));
            LOG.info("Restored the backup of {}", manifest.backup().at());
            return manifest.backup();
        } catch (IOException e) {
            throw new IllegalArgumentException("the backup cannot be read: " + e.getMessage(), e);
        }
    }

    private void refuseOthers(Database database, Backup backup) {
        if (!backup.product().equals(database.dialect().name())) {
            throw new IllegalArgumentException("the backup was made on " + backup.product() + ", this server runs on "
                + database.dialect().name());
        }
        String own = schema.get();
        if (!backup.schema().equals(own)) {
            throw new IllegalArgumentException("the backup has schema " + backup.schema() + ", this server " + own
                + "; restore it with the version that made it, then update");
        }
        if (database.first("select count(*) from filing_order", row -> row.getLong(1)).orElse(0L) > 0) {
            throw new IllegalArgumentException("this server holds orders; a backup is put into a fresh server only");
        }
    }

    /** Reads everything in one transaction; files that no row knows after a failure are trimmed later. */
    private static void read(Database database, BackupDirectory source, BackupDirectory.Manifest manifest, Actor actor) {
        try (Connection connection = database.pool().getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (database.folder() != null) {
                    copyBack(database.folder(), source);
                }
                new BackupTables(connection).read(source.database(), manifest.sequences());
                audit(connection, actor, manifest.backup());
                try (Statement statement = connection.createStatement()) {
                    statement.execute("delete from setting where name = '" + JdbcEventFeedStore.EPOCH + "'");
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be read", e);
        } catch (SQLException e) {
            throw Failures.of("restore", e);
        }
    }

    private static void copyBack(ContentFolder folder, BackupDirectory source) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(source.files())) {
            found.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            folder.write(file.getFileName().toString(), Files.readAllBytes(file), true);
        }
    }

    /** The audit itself is away at this moment; it seals the entry once it is back. */
    private static void audit(Connection connection, Actor actor, Backup backup) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into audit_entry (happened_at, account, origin, action,"
                + " details) values (?, ?, ?, 'backup.restore', ?)")) {
            insert.setObject(1, Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
            insert.setString(2, actor.account());
            insert.setString(3, actor.address());
            insert.setString(4, Documents.text(Map.of("of", backup.at().toString())));
            insert.executeUpdate();
        }
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
