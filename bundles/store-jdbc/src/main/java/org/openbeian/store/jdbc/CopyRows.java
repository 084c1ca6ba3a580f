package org.openbeian.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of PostgreSQL's COPY, which costs it a fraction of what an insert of as many rows does. */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PART = 1 << 16;
    private static final int MANY = 64;

    private CopyRows() {
    }

    /**
     * Inserts rows in the caller's transaction, few of them and those of the embedded database by usual statements. For columns that are
     * character strings, bytes, times with time zone and, for {@link Long}, {@code bigint}.
     *
     * @param into table and columns
     */
    static void load(Database database, String into, List<Object[]> rows) {
        Transaction transaction = database.transaction();
        if (database.dialect() == Dialect.H2 || rows.size() < MANY || transaction == null) {
            database.insert("insert into " + into, rows, "");
            return;
        }
        transaction.wrote();
        String sql = "copy " + into + " from stdin (format binary)";
        try {
            add(transaction.connection(), sql, rows);
        } catch (SQLException e) {
            RuntimeException failure = Failures.of(sql, e);
            transaction.doom(failure);
            throw failure;
        }
    }

    /**
     * Inserts rows as {@link #load} does, all or none of them, into a table of PostgreSQL in the caller's transaction.
     *
     * @return false when one of them is there already; then nothing was inserted and the transaction goes on
     */
    static boolean loadNew(Database database, String into, List<Object[]> rows) {
        Transaction transaction = database.transaction();
        String sql = "copy " + into + " from stdin (format binary)";
        try {
            Savepoint before = transaction.connection().setSavepoint();
            try {
                add(transaction.connection(), sql, rows);
            } catch (SQLException e) {
                if (!Failures.isDuplicate(e)) {
                    throw e;
                }
                transaction.connection().rollback(before);
                return false;
            }
            transaction.connection().releaseSavepoint(before);
            transaction.wrote();
            return true;
        } catch (SQLException e) {
            RuntimeException failure = Failures.of(sql, e);
            transaction.doom(failure);
            throw failure;
        }
    }

    private static void add(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            Sink sink = new Sink(copy);
            sink.out.write(SIGNATURE);
            for (Object[] row : rows) {
                sink.row(row);
            }
            sink.out.writeShort(-1);
            sink.send();
            copy.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Collects what is sent next. */
    private static final class Sink {

        private final CopyIn copy;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * PART);
        private final DataOutputStream out = new DataOutputStream(bytes);

        Sink(CopyIn copy) {
            this.copy = copy;
        }

        void row(Object[] row) throws IOException, SQLException {
            out.writeShort(row.length);
            for (Object value : row) {
                if (value == null) {
                    out.writeInt(-1);
                } else if (value instanceof Long number) {
                    out.writeInt(Long.BYTES);
                    out.writeLong(number);
                } else if (value instanceof Instant time) {
                    out.writeInt(Long.BYTES);
                    out.writeLong(ChronoUnit.MICROS.between(EPOCH, time.truncatedTo(ChronoUnit.MICROS)));
                } else {
                    byte[] content = bytes(value);
                    out.writeInt(content.length);
                    out.write(content);
                }
            }
            if (bytes.size() >= PART) {
                send();
            }
        }

        private static byte[] bytes(Object value) {
            if (value instanceof byte[] content) {
                return content;
            }
            if (value instanceof String || value instanceof Enum<?>) {
                String text = value instanceof Enum<?> constant ? constant.name() : (String) value;
                return text.getBytes(StandardCharsets.UTF_8);
            }
            throw new IllegalArgumentException("no form in a COPY for " + value.getClass());
        }

        void send() throws SQLException {
            byte[] part = bytes.toByteArray();
            bytes.reset();
            copy.writeToCopy(part, 0, part.length);
        }
    }
}
