package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.store.DeliveryStore.Delivery;
import org.openbeian.api.store.DeliveryStore.Receipt;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.StoreHealth;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A database that goes away and comes back, behind the pool that the distribution uses. */
public class OutageTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whatFailsDuringAnOutageSaysSoAndEverythingGoesOnAfterwards() throws Exception {
        Path data = folder.getRoot().toPath().resolve("pg");
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        try (BasicDataSource pool = pool(port)) {
            Schema.migrate(pool, Dialect.POSTGRESQL);
            Database database = new Database(pool, Dialect.POSTGRESQL, () -> false);
            JdbcSettingsStore settings = new JdbcSettingsStore(database);
            JdbcDurableTasks tasks = new JdbcDurableTasks(database);
            StoreWork work = new StoreWork(database, new JdbcEffectStore(database), Clock.systemUTC(), new StoreSettings());
            RecordingTask task = new RecordingTask("after", true);
            work.bind(task);
            work.activate();
            settings.put("a", "1");

            StoreUnavailable during = assertThrows(StoreUnavailable.class, () -> database.call(() -> {
                settings.put("a", "2");
                close(server);
                return settings.get("a");
            }));
            assertNotNull(during.getCause());
            assertThrows(StoreUnavailable.class, () -> settings.put("a", "3"));

            try (EmbeddedPostgres again = start(data, port)) {
                assertEquals("the first call already", Optional.of("1"), settings.get("a"));
                tasks.schedule("after", "outage", Clock.systemUTC().instant());
                assertEquals("outage", task.next());
                work.stop();
                assertEquals(port, again.getPort());
            }
        }
    }

    /** The database is away for the first looks after a start. */
    @Test
    public void aPausedLaneIsLookedAfterOnceTheDatabaseIsBackAndOnlyOnce() {
        Database database = TestDatabases.fresh(Dialect.H2);
        JdbcEffectStore effects = new JdbcEffectStore(database);
        effects.setPaused("channel:sms", "waits for its channel");
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger sweeps = new AtomicInteger();
        EffectStore flaky = (EffectStore) Proxy.newProxyInstance(OutageTest.class.getClassLoader(), new Class<?>[] {EffectStore.class},
            (proxy, method, arguments) -> {
                if (method.getName().equals("dueLanes")) {
                    sweeps.incrementAndGet();
                }
                if (method.getName().equals("paused") && looks.incrementAndGet() < 3) {
                    throw new StoreUnavailable("away", null);
                }
                return method.invoke(effects, arguments);
            });
        StoreWork work = new StoreWork(database, flaky, Clock.systemUTC(), new StoreSettings());
        RecordingTask lane = new RecordingTask("lane", true);
        work.bind(lane);
        work.activate();
        try {
            assertEquals("channel:sms", lane.next());
            int before = sweeps.get();
            Await.until("some sweeps are over", () -> sweeps.get() > before + 2);
            assertEquals(3, looks.get());
            assertEquals(0, lane.waiting());
        } finally {
            work.stop();
        }
    }

    @Test
    public void opensAsSoonAsTheDatabaseIsThere() throws Exception {
        AtomicReference<DataSource> real = new AtomicReference<>();
        AtomicReference<Object> registered = new AtomicReference<>();
        AtomicReference<Supplier<StoreHealth.Status>> look = new AtomicReference<>();
        AtomicReference<StoreHealth.Status> beginning = new AtomicReference<>();
        StoreOpener opener = new StoreOpener(bundle(registered, () -> beginning.set(look.get().get())), new Switched(real),
            new StoreSettings());
        look.set(opener::check);
        try {
            Await.until("it said why", () -> "not there".equals(opener.check().detail()));
            assertFalse(opener.check().reachable());
            assertNull("no store begins", registered.get());
            assertTrue(opener.failingTasks(10).isEmpty());
            real.set(TestDatabases.pool(TestDatabases.h2(folder.getRoot().toPath())));
            Await.until("it is open", () -> opener.check().reachable());
            assertFalse("not before all that waits for it has begun: " + beginning.get(), beginning.get().reachable());
            StoreHealth.Status status = opener.check();
            assertTrue(status.product(), status.product().startsWith("H2 2."));
            assertTrue(status.schemaVersion(), status.schemaVersion().matches("[0-9]+"));
            assertEquals(0, status.scheduledTasks());
            assertEquals("1000", ((Database) registered.get()).first("select setting_value from information_schema.settings"
                + " where setting_name = 'WRITE_DELAY'", row -> row.getString(1)).orElseThrow());
        } finally {
            opener.close();
        }
        assertNull("the stores end first", registered.get());
        ((JdbcConnectionPool) real.get()).dispose();
    }

    @Test
    public void aNewerSchemaIsRefused() throws Exception {
        JdbcConnectionPool pool = TestDatabases.pool(TestDatabases.h2(folder.getRoot().toPath()));
        Schema.migrate(pool, Dialect.H2);
        new Database(pool, Dialect.H2, () -> false).update("insert into \"schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
            + " values (99, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'sa', 0, true)");
        assertThrows(RuntimeException.class, () -> Schema.migrate(pool, Dialect.H2));
        pool.dispose();
    }

    @Test
    public void aMigrationIsCaughtUpWhoseNumberIsLowerThanTheLastOne() throws Exception {
        JdbcConnectionPool pool = TestDatabases.pool(TestDatabases.h2(folder.getRoot().toPath()));
        Schema.migrate(pool, Dialect.H2);
        Database database = new Database(pool, Dialect.H2, () -> false);
        database.update("alter table filing_order drop column call_from");
        assertEquals(1, database.update("delete from \"schema_history\" where \"version\" = '141'"));
        Schema.migrate(pool, Dialect.H2);
        assertEquals(List.of(), database.query("select call_from from filing_order", row -> row.getString(1)));
        pool.dispose();
    }

    /** A receipt that waits while the server is updated is found by its reference afterwards. */
    @Test
    public void aReceiptOfAFormerVersionIsFoundAfterTheUpgrade() throws Exception {
        JdbcConnectionPool pool = TestDatabases.pool(TestDatabases.h2(folder.getRoot().toPath()));
        Schema.migrate(pool, Dialect.H2);
        Database database = new Database(pool, Dialect.H2, () -> false);
        database.update("drop table early_receipt_spelling");
        database.update("alter table early_receipt add column spellings varchar(1500)");
        assertEquals(1, database.update("delete from \"schema_history\" where \"version\" = '147'"));
        Instant now = Instant.parse("2026-11-21T02:03:04Z");
        database.update("insert into early_receipt (channel, reference, spellings, status, parts, received_at)"
            + " values ('sms', '255', ?, 'DELIVERED', 1, ?)", "255\nff", now);
        Schema.migrate(pool, Dialect.H2);
        JdbcDeliveryStore store = new JdbcDeliveryStore(database);
        store.add(List.of(new Delivery("alice", null, "arrears", "sms", "138******00", "k1", 1, DeliveryResult.sent("255", 1), now)));
        assertEquals(List.of(new Receipt(List.of("255"), DeliveryResult.delivered())), store.early("sms", now));
        pool.dispose();
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on").setDataDirectory(data).setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BasicDataSource pool(int port) {
        BasicDataSource pool = new BasicDataSource();
        pool.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        pool.setUsername("postgres");
        pool.setMaxTotal(8);
        pool.setMaxIdle(8);
        return pool;
    }

    private static BundleContext bundle(AtomicReference<Object> registered, Runnable beginning) {
        ClassLoader loader = OutageTest.class.getClassLoader();
        Object registration = Proxy.newProxyInstance(loader, new Class<?>[] {ServiceRegistration.class},
            (proxy, method, arguments) -> {
                registered.set(null);
                return null;
            });
        return (BundleContext) Proxy.newProxyInstance(loader, new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> {
                if (method.getName().equals("getProperty")) {
                    return System.getProperty("java.io.tmpdir");
                }
                beginning.run();
                registered.set(arguments[1]);
                return registration;
            });
    }

    /** A pool that has no database yet. */
    private record Switched(AtomicReference<DataSource> real) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            if (real.get() == null) {
                throw new SQLException("not there", "08001");
            }
            return real.get().getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing to unwrap");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
