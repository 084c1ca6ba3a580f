package org.openbeian.authority.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The simulator's own database: one H2 file whose commits survive the death of the process. Thread-safe.
 */
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final JdbcConnectionPool pool;

    /** Work in one transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Database(Path directory) {
        pool = JdbcConnectionPool.create("jdbc:h2:file:" + directory.toAbsolutePath().resolve("authority")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(schema());
            }
        });
    }

    private static String schema() {
        try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the schema of this bundle cannot be read", e);
        }
    }

    /** Runs work and commits it, or rolls all of it back. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the simulator's database failed: " + e.getMessage(), e);
        }
    }

    /** Reads rows. */
    <T> List<T> list(String sql, Row<T> row, Object... values) {
        return transaction(connection -> query(connection, sql, row, values));
    }

    static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
        }
        return rows;
    }

    /** Changes rows and says how many. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Inserts a row and gives the number that the database made for it. */
    static long insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("the simulator's database did not close: " + e.getMessage(), e);
        } finally {
            pool.dispose();
        }
    }
}
