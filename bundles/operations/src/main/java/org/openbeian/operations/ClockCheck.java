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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the server's clock shows, whether it is virtual, and whether it can be right. */
@Component(property = {HealthCheck.NAME + "=" + Checks.CLOCK, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class ClockCheck implements HealthCheck {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Settings settings;

    /**
     * With a clock, if there is one.
     *
     * @param clock the server's clock, or null
     * @param settings knows the earliest instant that can be right
     */
    @Activate
    public ClockCheck(@Reference(cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY) Clock clock, @Reference Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
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
