package org.openbeian.store.jdbc;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration of the store. A set with a bad value is refused as a whole and named; the one before stays. Thread-safe. */
@Component(service = StoreSettings.class, configurationPid = StoreSettings.PID)
@Designate(ocd = StoreSettings.Config.class)
public final class StoreSettings {

    /** Name of the configuration. */
    static final String PID = "org.openbeian.store.jdbc";

    private static final Logger LOG = LoggerFactory.getLogger(StoreSettings.class);

    private volatile Values values;
    private volatile Runnable listener = () -> { };

    /** With the defaults, until a configuration is there. */
    public StoreSettings() {
        this(Values.DEFAULT);
    }

    StoreSettings(Values values) {
        this.values = values;
    }

    @ObjectClassDefinition(name = "OpenBeian store", description = "Durable tasks, lanes and how long data is kept."
            + " Where the database is, says org.ops4j.datasource-openbeian.")
    @interface Config {

        @AttributeDefinition(name = "Task threads", description = "Durable tasks that run at the same time", min = "1", max = "64")
        int threads() default 4;

        @AttributeDefinition(name = "Lane threads", description = "Lanes that work at the same time", min = "1", max = "128")
        int lane_threads() default 8;

        @AttributeDefinition(name = "Poll interval (ms)", description = "Pause between two looks for due tasks of other nodes"
                + " or of the past; a task due at once is run at once", min = "20", max = "60000")
        int poll_ms() default 250;

        @AttributeDefinition(name = "Lane sweep (ms)", description = "Pause between two looks for lanes that have work, which"
                + " finds what a crash left and what is to be tried again", min = "20", max = "60000")
        int sweep_ms() default 1000;

        @AttributeDefinition(name = "Node", description = "Name of this server among those on one PostgreSQL database; differs"
                + " on each. At start the tasks of an earlier process of this name are taken up at once")
        String node() default "openbeian";

        @AttributeDefinition(name = "Force to disk", description = "H2 only. Without, an acknowledged change survives the end"
                + " of the process, with it also that of the machine, at a third of the speed")
        boolean fsync() default false;

        @AttributeDefinition(name = "Shutdown limit (s)", description = "How long running tasks and lanes may go on when the"
                + " server stops", min = "0", max = "600")
        int shutdown_seconds() default 10;

        @AttributeDefinition(name = "First retry (s)", description = "Pause after a task failed once; it doubles each time",
            min = "1", max = "3600")
        int retry_first_seconds() default 1;

        @AttributeDefinition(name = "Longest retry (s)", description = "Longest pause between two tries", min = "1", max = "86400")
        int retry_longest_seconds() default 300;

        @AttributeDefinition(name = "Keep effects (days)", description = "How long done effects are kept, by which repeats are"
                + " recognised", min = "1", max = "3650")
        int keep_effects_days() default 30;

        @AttributeDefinition(name = "Keep files (days)", description = "How long files exchanged with authorities and the"
                + " bad lines of imports are kept; the regulator asks for three months of the former", min = "92", max = "3650")
        int keep_files_days() default 120;

        @AttributeDefinition(name = "Keep deliveries (days)", description = "How long it is kept what became of messages",
            min = "1", max = "3650")
        int keep_deliveries_days() default 365;

        @AttributeDefinition(name = "Keep messages (days)", description = "How long messages stay in the boxes of accounts",
            min = "30", max = "36500")
        int keep_messages_days() default 1095;

        @AttributeDefinition(name = "Keep ended orders (days)", description = "How long the personal data of orders is kept that ended"
                + " without a filing number; then its key is destroyed, with a certificate. 0 keeps it until somebody erases it",
            min = "0", max = "36500")
        int keep_ended_orders_days() default 0;

        @AttributeDefinition(name = "Keep answers of the public register (days)", description = "How long it is kept, with its picture,"
                + " what people saw in the public register", min = "30", max = "36500")
        int keep_registry_days() default 365;

        @AttributeDefinition(name = "Keep audit (days)", description = "How long entries of the audit are kept; the law asks for"
                + " six months (Cybersecurity Law, article 21)", min = "184", max = "36500")
        int keep_audit_days() default 1826;
    }

    /** One valid configuration; see {@link Config}. */
    record Values(int threads, int laneThreads, int pollMillis, int sweepMillis, String node, boolean fsync, int shutdownSeconds,
            int retryFirstSeconds, int retryLongestSeconds, int keepEffectsDays, int keepFilesDays, int keepDeliveriesDays,
            int keepMessagesDays, int keepEndedOrdersDays, int keepAuditDays, int keepRegistryDays) {

        static final Values DEFAULT = new Values(4, 8, 250, 1000, "openbeian", false, 10, 1, 300, 30, 120, 365, 1095, 0, 1826, 365);

        /** How long to wait after so many failures in a row. */
        Duration pauseAfter(int failures) {
            long seconds = (long) retryFirstSeconds << Math.min(failures - 1, 20);
            return Duration.ofSeconds(Math.min(seconds, retryLongestSeconds));
        }
    }

    @Activate
    @Modified
    void configure(Config config) {
        try {
            values = read(config);
        } catch (IllegalArgumentException e) {
            LOG.error("Configuration {} is refused and the values before it stay: {}", PID, e.getMessage());
            return;
        }
        listener.run();
    }

    Values values() {
        return values;
    }

    /** Sets who is told of another configuration. */
    void onChange(Runnable action) {
        listener = action;
    }

    static Values read(Config config) {
        return new Values(number("threads", config::threads, 1, 64), number("lane.threads", config::lane_threads, 1, 128),
            number("poll.ms", config::poll_ms, 20, 60_000), number("sweep.ms", config::sweep_ms, 20, 60_000),
            node(get("node", config::node)), get("fsync", config::fsync),
            number("shutdown.seconds", config::shutdown_seconds, 0, 600),
            number("retry.first.seconds", config::retry_first_seconds, 1, 3_600),
            number("retry.longest.seconds", config::retry_longest_seconds, 1, 86_400),
            number("keep.effects.days", config::keep_effects_days, 1, 3_650),
            number("keep.files.days", config::keep_files_days, 92, 3_650),
            number("keep.deliveries.days", config::keep_deliveries_days, 1, 3_650),
            number("keep.messages.days", config::keep_messages_days, 30, 36_500),
            number("keep.ended.orders.days", config::keep_ended_orders_days, 0, 36_500),
            number("keep.audit.days", config::keep_audit_days, 184, 36_500),
            number("keep.registry.days", config::keep_registry_days, 30, 36_500));
    }

    private static int number(String key, IntSupplier value, int least, int most) {
        int number = get(key, value::getAsInt);
        if (number < least || number > most) {
            throw new IllegalArgumentException(key + " = " + number + " is not within " + least + " to " + most);
        }
        return number;
    }

    private static String node(String name) {
        if (name == null || !name.matches("[A-Za-z0-9._-]{1,50}")) {
            throw new IllegalArgumentException("node = " + name + " is not 1 to 50 letters, digits, dots, hyphens or underscores");
        }
        return name;
    }

    private static <T> T get(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(key + " cannot be read: " + e.getMessage(), e);
        }
    }
}
