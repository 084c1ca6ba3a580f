package org.openbeian.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.openbeian.api.store.StoreHealth;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database as soon as it can be reached, brings its schema up to date and only then lets the stores begin. While
 * the database is away it tries again and says so through {@link StoreHealth}.
 */
@Component(immediate = true, service = {StoreHealth.class, StoreOpener.class})
@Capability(namespace = "osgi.service", effective = "active",
    attribute = "objectClass:List<String>=\"org.openbeian.store.jdbc.Database\"")
public final class StoreOpener implements StoreHealth {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);
    private static final long RETRY_SECONDS = 2;

    private final BundleContext bundle;
    private final DataSource pool;
    private final StoreSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Threads.named("openbeian-store"));
    private volatile Opened opened;
    private volatile String problem = "the database is being opened";
    /** There once all that waited for the database was told of it, and so has begun. */
    private final AtomicReference<ServiceRegistration<Database>> registration = new AtomicReference<>();

    /** An open database and what is known of it. */
    private record Opened(Database database, TaskTable tasks, String product, String schemaVersion) {
    }

    @Activate
    public StoreOpener(BundleContext bundle, @Reference(target = "(dataSourceName=openbeian)") DataSource pool,
            @Reference StoreSettings settings) {
        this.bundle = bundle;
        this.pool = pool;
        this.settings = settings;
        thread.execute(this::tryToOpen);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
        opened = null;
        unregister();
    }

    @Override
    public Status check() {
        Opened now = opened;
        if (now == null) {
            return new Status(false, null, null, problem, 0, 0);
        }
        if (registration.get() == null) {
            return new Status(false, now.product(), now.schemaVersion(), "what needs it is starting", 0, now.database().commits());
        }
        try {
            return new Status(true, now.product(), now.schemaVersion(), null, now.tasks().count(), now.database().commits());
        } catch (RuntimeException e) {
            return new Status(false, now.product(), now.schemaVersion(), e.getMessage(), 0, now.database().commits());
        }
    }

    @Override
    public List<FailingTask> failingTasks(int limit) {
        Opened now = opened;
        return now == null ? List.of() : now.tasks().failing(limit);
    }

    /**
     * The open database.
     *
     * @throws StoreUnavailable while there is none
     */
    Database database() {
        Opened now = opened;
        if (now == null) {
            throw new StoreUnavailable(problem, null);
        }
        return now.database();
    }

    /** Runs work while no store is open, and opens them anew, with nothing remembered of before. */
    void closed(Runnable work) {
        Opened before = opened;
        problem = "a backup is being restored";
        opened = null;
        unregister();
        try {
            work.run();
        } finally {
            Database anew = before.database().anew();
            opened = new Opened(anew, new TaskTable(anew), before.product(), before.schemaVersion());
            registration.set(bundle.registerService(Database.class, anew, null));
        }
    }

    private void tryToOpen() {
        try {
            Opened now = open();
            LOG.info("Store open on {}, schema {}", now.product(), now.schemaVersion());
            opened = now;
            registration.set(bundle.registerService(Database.class, now.database(), null));
            if (thread.isShutdown()) {
                close();
            }
        } catch (SQLException | RuntimeException e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse(e.toString());
            if (!cause.equals(problem)) {
                LOG.warn("The database cannot be opened and is tried again every {} s: {}", RETRY_SECONDS, cause);
            }
            problem = cause;
            if (!thread.isShutdown()) {
                thread.schedule(this::tryToOpen, RETRY_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** Ends all stores; whoever comes first does it, and holds no lock meanwhile, since much hangs on the service. */
    private void unregister() {
        ServiceRegistration<Database> present = registration.getAndSet(null);
        if (present != null) {
            present.unregister();
        }
    }

    private Opened open() throws SQLException {
        Dialect dialect;
        String product;
        try (Connection connection = pool.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            dialect = Dialect.of(connection);
            product = data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
            Schema.prepare(connection, dialect);
        }
        String version = Schema.migrate(pool, dialect);
        ContentFolder folder = dialect == Dialect.H2 ? new ContentFolder(data().resolve("files")) : null;
        Database database = new Database(pool, dialect, () -> settings.values().fsync(), folder);
        return new Opened(database, new TaskTable(database), product, version);
    }

    private Path data() {
        String karaf = bundle.getProperty("karaf.data");
        return karaf == null ? bundle.getDataFile("").toPath() : Path.of(karaf);
    }
}
