package org.openbeian.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration of this bundle; a bad value is refused and named, the one before stays. Thread-safe. */
@Component(service = Settings.class, configurationPid = Settings.PID)
@Designate(ocd = Settings.Config.class)
public final class Settings {

    /** PID of the configuration. */
    static final String PID = "org.openbeian.operations";

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final Pattern ADDRESS = Pattern.compile("\\*|[0-9a-fA-F:.]+");

    private final ConfigGuard<Config> guard = new ConfigGuard<>(Config.class, PID, LOG)
            .text("addresses", ADDRESS, "IP addresses such as 127.0.0.1, or *")
            .number("lag.warn.seconds", 1, 86_400)
            .number("drain.seconds", 0, 300)
            .number("sample.seconds", 0, 3600)
            .number("disk.free.mib", 0, 1_000_000)
            .check("clock.not.before", "an instant such as 2026-11-01T00:00:00Z", text -> Instant.parse((String) text) != null);

    /** What can be configured. */
    @ObjectClassDefinition(name = "OpenBeian operations", description = "Health, metrics and the orderly stop of the server.")
    @interface Config {

        /** Who may ask. */
        @AttributeDefinition(name = "Addresses", description = "Network addresses that may read /health and /metrics; * is everybody. "
                + "The server listens on loopback alone unless org.ops4j.pax.web says otherwise.")
        String[] addresses() default {"127.0.0.1", "0:0:0:0:0:0:0:1"};

        /** When a lane lags. */
        @AttributeDefinition(name = "Lag warning", description = "Age in seconds of the oldest open effect of a lane from which the "
                + "lane is reported as lagging; 1 to 86400.")
        int lag_warn_seconds() default 900;

        /** How long a stop waits. */
        @AttributeDefinition(name = "Drain", description = "Longest time in seconds that a stop waits for effects and requests under "
                + "way; 0 to 300.")
        int drain_seconds() default 20;

        /** How often the database is asked for metrics. */
        @AttributeDefinition(name = "Sample pause", description = "Shortest time in seconds between two readings of the figures behind "
                + "/metrics from the database; 0 to 3600.")
        int sample_seconds() default 5;

        /** When the disk is full. */
        @AttributeDefinition(name = "Free disk space", description = "Free space in mebibytes of the data directory below which the "
                + "server is not ready; a warning from three times as much; 0 to 1000000.")
        int disk_free_mib() default 100;

        /** What a right clock shows at least. */
        @AttributeDefinition(name = "Clock not before", description = "Instant in ISO 8601 before which the clock cannot be right.")
        String clock_not_before() default "2026-11-01T00:00:00Z";
    }

    /**
     * With a configuration.
     *
     * @param config the values; a bad one is replaced by its default
     */
    @Activate
    public Settings(Config config) {
        modified(config);
    }

    @Modified
    void modified(Config config) {
        guard.update(config);
    }

    /** Whether a caller from this address may read health and metrics. */
    boolean mayRead(String address) {
        Set<String> allowed = new HashSet<>(Arrays.asList(guard.get().addresses()));
        return allowed.contains("*") || allowed.contains(address)
                || "::1".equals(address) && allowed.contains("0:0:0:0:0:0:0:1");
    }

    /** From which age of its oldest effect on a lane lags. */
    Duration lag() {
        return Duration.ofSeconds(guard.get().lag_warn_seconds());
    }

    /** How long a stop waits at most. */
    Duration drain() {
        return Duration.ofSeconds(guard.get().drain_seconds());
    }

    /** How long figures from the database may be reused. */
    Duration sample() {
        return Duration.ofSeconds(guard.get().sample_seconds());
    }

    /** Free bytes below which the disk counts as full. */
    long freeBytes() {
        return guard.get().disk_free_mib() * 1024L * 1024L;
    }

    /** The earliest instant that the clock may show. */
    Instant notBefore() {
        return Instant.parse(guard.get().clock_not_before());
    }
}
