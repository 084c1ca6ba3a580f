package org.openbeian.store.jdbc;

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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.openbeian.api.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database: transactions bound to threads, and statements that join the thread's transaction or, without one,
 * stand for themselves. Exists only after the schema was migrated. Thread-safe.
 */
class Database {

    /** How often work is run in all when it loses against other transactions. */
    static final int ATTEMPTS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int FRESH_CONNECTIONS = 50;
    private static final long SUSPICION_NANOS = 30_000_000_000L;

    private final DataSource pool;
    private final Dialect dialect;
    private final BooleanSupplier fsync;
    private final ContentFolder folder;
    private final Wakeups wakeups = new Wakeups();
    private final GroupCommit group = new GroupCommit();
    private final RecentKeys recentKeys = new RecentKeys();
    private final EventSequence events = new EventSequence(this);
    private final AtomicLong commits = new AtomicLong();
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();
    private volatile long suspectUntil = System.nanoTime();

    /** Opens without a folder: large contents stand in the database. */
    Database(DataSource pool, Dialect dialect, BooleanSupplier fsync) {
        this(pool, dialect, fsync, null);
    }

    /**
     * Opens over a pool whose connections commit by themselves unless told otherwise.
     *
     * @param fsync whether the embedded database forces every commit to the disk
     * @param folder where large contents are kept beside the embedded database, or null to keep them in the database
     */
    Database(DataSource pool, Dialect dialect, BooleanSupplier fsync, ContentFolder folder) {
        this.pool = pool;
        this.dialect = dialect;
        this.fsync = fsync;
        this.folder = folder;
    }

    /** The same database without what this one remembers. */
    Database anew() {
        return new Database(pool, dialect, fsync, folder);
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    Wakeups wakeups() {
        return wakeups;
    }

    RecentKeys recentKeys() {
        return recentKeys;
    }

    EventSequence events() {
        return events;
    }

    /** Where large contents are kept, or null. */
    ContentFolder folder() {
        return folder;
    }

    /** Whether what is written must be on the disk at the commit. */
    boolean forced() {
        return fsync.getAsBoolean();
    }

    DataSource pool() {
        return pool;
    }

    /** Commits that changed something, since start. */
    long commits() {
        return commits.get();
    }

    /** Counts commits that the scheduler made by itself. */
    void countCommit() {
        commits.incrementAndGet();
    }

    /** The thread's transaction, or null. */
    Transaction transaction() {
        return current.get();
    }

    /** See {@link org.openbeian.api.store.Transactions#call}. */
    <T> T call(Supplier<T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            return join(outer, work);
        }
        for (int attempt = 1;; attempt++) {
            try {
                return attempt(work);
            } catch (Failures.Conflict lost) {
                if (attempt == ATTEMPTS) {
                    throw new StoreUnavailable("other transactions were faster " + ATTEMPTS + " times", lost);
                }
                LOG.debug("Running a transaction again: {}", lost.getCause().getMessage());
            }
        }
    }

    void afterCommit(Runnable action) {
        Transaction transaction = current.get();
        if (transaction == null) {
            action.run();
        } else {
            transaction.afterCommit(action);
        }
    }

    /** Rows of a query, in its order. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        return statement(sql, false, statement -> {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        });
    }

    /** The first row of a query, if any. */
    <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        List<T> rows = query(sql, reader, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Runs a change and returns how many rows it touched. */
    int update(String sql, Object... parameters) {
        return statement(sql, true, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** Runs a change once per set of parameters; inside a transaction only, so that it is all or nothing. */
    void batch(String sql, List<Object[]> rows) {
        if (current.get() == null) {
            throw new IllegalStateException("a batch needs a transaction");
        }
        statement(sql, true, statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    /** Inserts rows with few statements and returns how many it inserted; {@code end} stands behind the values. */
    int insert(String into, List<Object[]> rows, String end) {
        int inserted = 0;
        for (List<Object[]> part : Rows.parts(rows)) {
            inserted += update(into + Rows.values(part) + end, Rows.flat(part));
        }
        return inserted;
    }

    /** Runs an insert; false, without harm to the transaction, when a row with this key is there. */
    boolean insertUnlessThere(String sql, Object... parameters) {
        return statement(sql + dialect.unlessThere(), true, statement -> {
            bind(statement, parameters);
            try {
                return statement.executeUpdate() > 0;
            } catch (SQLException e) {
                if (dialect == Dialect.H2 && Failures.isDuplicate(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    private <T> T join(Transaction outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            outer.doom(e);
            throw e;
        }
    }

    private <T> T attempt(Supplier<T> work) {
        Transaction transaction = begin();
        T result;
        try {
            result = work.get();
            commit(transaction);
        } catch (RuntimeException | Error e) {
            rollBack(transaction);
            if (transaction.doomedBy() instanceof Failures.Conflict lost) {
                throw lost;
            }
            throw e;
        } finally {
            current.remove();
            events.end(transaction);
            release(transaction.connection());
        }
        transaction.afterCommit().forEach(Database::runSafely);
        return result;
    }

    private Transaction begin() {
        Connection connection = connect();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            release(connection);
            throw noted(Failures.of("begin of a transaction", e));
        }
        Transaction transaction = new Transaction(connection);
        current.set(transaction);
        return transaction;
    }

    private void commit(Transaction transaction) {
        if (transaction.doomedBy() != null) {
            throw new IllegalStateException("a part of this transaction failed, so none of it is kept", transaction.doomedBy());
        }
        try {
            transaction.connection().commit();
        } catch (SQLException e) {
            throw noted(Failures.isOutage(e)
                ? new StoreUnavailable("the connection broke during a commit; whether it took place is not known", e)
                : Failures.of("commit", e));
        }
        if (transaction.hasWritten()) {
            written(transaction.connection());
        }
    }

    /** Counts a commit and, in the embedded database, waits until it is in the file and, where configured, on the disk. */
    private void written(Connection connection) {
        commits.incrementAndGet();
        if (dialect == Dialect.H2) {
            try {
                group.await(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(forced() ? "checkpoint sync" : "checkpoint");
                    }
                });
            } catch (SQLException e) {
                throw noted(new StoreUnavailable("a commit could not be written to the file", e));
            }
        }
    }

    private static void rollBack(Transaction transaction) {
        try {
            transaction.connection().rollback();
        } catch (SQLException e) {
            LOG.debug("Rollback failed, the database has done it by itself: {}", e.getMessage());
        }
    }

    private static void release(Connection connection) {
        try (connection) {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("A broken connection goes back to its pool: {}", e.getMessage());
        }
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("An action after a commit failed; the commit stands", e);
        }
    }

    @FunctionalInterface
    private interface StatementWork<T> {

        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T statement(String sql, boolean change, StatementWork<T> work) {
        Transaction transaction = current.get();
        if (transaction == null) {
            Connection connection = connect();
            try {
                T result = prepare(connection, sql, work);
                if (change) {
                    written(connection);
                }
                return result;
            } finally {
                release(connection);
            }
        }
        try {
            if (change) {
                transaction.wrote();
            }
            return prepare(transaction.connection(), sql, work);
        } catch (RuntimeException e) {
            transaction.doom(e);
            throw e;
        }
    }

    private <T> T prepare(Connection connection, String sql, StatementWork<T> work) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw noted(Failures.of(sql, e));
        }
    }

    /** A connection that works; after an outage those of before it are left to the pool, which drops them. */
    private Connection connect() {
        try {
            for (int tried = 0;; tried++) {
                Connection connection = pool.getConnection();
                if (System.nanoTime() - suspectUntil > 0 || tried == FRESH_CONNECTIONS || connection.isValid(2)) {
                    return connection;
                }
                release(connection);
            }
        } catch (SQLException e) {
            throw noted(new StoreUnavailable("the database gives no connection", e));
        }
    }

    private RuntimeException noted(RuntimeException failure) {
        if (failure instanceof StoreUnavailable) {
            suspectUntil = System.nanoTime() + SUSPICION_NANOS;
        }
        return failure;
    }

    /** Times are cut to the databases' precision; one of them would round them up, past the clock that gave them. */
    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Instant instant) {
                value = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            } else if (value instanceof Enum<?> constant) {
                value = constant.name();
            }
            if (value instanceof Long[] numbers) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("bigint", numbers));
            } else if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar", texts));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
