package org.openbeian.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the server's clock shows, whether it is virtual, and whether it can be right. */
@Component(property = {HealthCheck.NAME + "=" + Checks.CLOCK, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class ClockCheck implements HealthCheck {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Settings settings;

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     * @param settings what is configured
     */
    @Activate
    public ClockCheck(@Reference Present present, @Reference Settings settings) {
        this.present = present;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Clock clock = present.clock;
        if (clock == null) {
            log.critical("No clock is there");
            return new Result(log);
        }
        Instant now = clock.instant();
        Duration ahead = Duration.between(Instant.now(), now);
        if (now.isBefore(settings.notBefore())) {
            log.critical("The clock shows {}, which is before {} and cannot be right", now, settings.notBefore());
        } else if (ahead.abs().compareTo(TOLERANCE) > 0) {
            log.info("Virtual clock ({}) at {}, {} from the real time", clock.getClass().getSimpleName(), now, ahead);
        } else {
            log.info("Clock ({}) at {}, in step with the real time", clock.getClass().getSimpleName(), now);
        }
        return new Result(log);
    }
}
