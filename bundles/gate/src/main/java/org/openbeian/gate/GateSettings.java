package org.openbeian.gate;

import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The configuration in force. Thread-safe. */
@Component(service = GateSettings.class, configurationPid = GateSettings.PID)
@Designate(ocd = GateConfig.class)
public final class GateSettings {

    static final String PID = "org.openbeian.gate";

    private final ConfigGuard<GateConfig> guard =
        new ConfigGuard<>(GateConfig.class, PID, LoggerFactory.getLogger(GateSettings.class))
            .number("poll.millis", 50, 10_000)
            .number("stale.seconds", 2, 3600)
            .number("verdict.seconds", 5, 3600)
            .number("credentials.seconds", 1, 300)
            .number("changes.days", 1, 365);

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public GateSettings(GateConfig given) {
        guard.update(given);
    }

    @Modified
    void modified(GateConfig given) {
        guard.update(given);
    }

    /** What is in force now; ask again for each use. */
    GateConfig get() {
        return guard.get();
    }
}
