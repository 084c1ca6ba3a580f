package org.openbeian.core.effect;

import java.time.Duration;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration of the message lanes that is in force. Thread-safe. */
@Component(service = LaneSettings.class, configurationPid = LaneSettings.PID)
@Designate(ocd = LaneConfig.class)
public final class LaneSettings {

    static final String PID = "org.openbeian.core.effect";

    private final ConfigGuard<LaneConfig> guard =
        new ConfigGuard<>(LaneConfig.class, PID, LoggerFactory.getLogger(LaneSettings.class))
            .number("batch", 1, 500)
            .number("first.pause.seconds", 1, 3600)
            .number("longest.pause.seconds", 1, 86_400)
            .number("maximum.age.hours", 1, 8760);

    /** The defaults. */
    LaneSettings() {
    }

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public LaneSettings(LaneConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(LaneConfig given) {
        guard.update(given);
    }

    int batch() {
        return guard.get().batch();
    }

    Backoff backoff() {
        return Backoff.seconds(guard.get().first_pause_seconds(), guard.get().longest_pause_seconds());
    }

    Duration maximumAge() {
        return Duration.ofHours(guard.get().maximum_age_hours());
    }
}
