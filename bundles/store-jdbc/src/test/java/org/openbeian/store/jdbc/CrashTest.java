package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.store.SettingsStore;

/** A process that writes to the embedded database and is killed: what it acknowledged must be there. */
public class CrashTest {

    private static final int KILLS = 4;
    private static final int WRITERS = 3;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aKilledProcessLosesNoAcknowledgedCommit() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeAndKill(kill, 150 + 70 * kill));
            assertTrue(acknowledged.size() >= 150);
            Set<String> missing = new HashSet<>(acknowledged);
            missing.removeAll(stored());
            assertEquals("lost after kill " + kill, Set.of(), missing);
        }
    }

    private Set<String> writeAndKill(int run, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            Writer.class.getName(), url(), "run" + run)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == lines) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals("killed, not ended", 128 + 9, process.exitValue());
        return acknowledged;
    }

    private Set<String> stored() throws SQLException {
        JdbcConnectionPool pool = TestDatabases.pool(url());
        try {
            Database database = new Database(pool, Dialect.H2, () -> false);
            assertEquals("an order and its history go together", database.query("select id, version from filing_order order by id",
                row -> row.getString(1) + row.getInt(2)), database.query("select order_id, max(event_no) from order_event"
                    + " group by order_id order by order_id", row -> row.getString(1) + row.getInt(2)));
            return new HashSet<>(database.query("select name from setting", row -> row.getString(1)));
        } finally {
            pool.dispose();
        }
    }

    /** The store itself makes the database durable, so the address does not ask for it. */
    private String url() {
        return "jdbc:h2:file:" + folder.getRoot().toPath().resolve("crash") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /** The process that is killed: tells each commit after it returned. */
    static final class Writer {

        private Writer() {
        }

        /** Writes until it is killed; arguments are the address of the database and a name of the run. */
        public static void main(String[] arguments) throws SQLException {
            JdbcConnectionPool pool = TestDatabases.pool(arguments[0]);
            try (Connection connection = pool.getConnection()) {
                Schema.prepare(connection, Dialect.H2);
            }
            Schema.migrate(pool, Dialect.H2);
            Database database = new Database(pool, Dialect.H2, () -> false);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String name = arguments[1] + "-" + i;
                writers.add(new Thread(() -> write(database, name)));
            }
            writers.forEach(Thread::start);
        }

        private static void write(Database database, String name) {
            JdbcOrderStore orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
            SettingsStore settings = new JdbcSettingsStore(database);
            Order order = Samples.draft(name);
            orders.insert(order, Samples.entry(order, 1, OrderEvent.CREATED));
            for (int no = 2;; no++) {
                Order next = order.next(Samples.NOW);
                int entry = no;
                String key = name + "-" + no;
                database.call(() -> {
                    settings.put(key, "x");
                    orders.update(next, Samples.entry(next, entry, OrderEvent.EDITED));
                    return null;
                });
                order = next;
                System.out.println(key);
            }
        }
    }
}
