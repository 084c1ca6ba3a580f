package org.openbeian.operations;

import java.time.Duration;
import java.time.Instant;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the public holidays are known of the days by which today's filings are decided. */
@Component(property = {HealthCheck.NAME + "=" + Checks.CALENDAR, HealthCheck.TAGS + "=" + Checks.DOCTOR})
public final class CalendarCheck implements HealthCheck {

    /** A pre-review and twenty working days at an authority, with a long holiday among them. */
    private static final Duration AHEAD = Duration.ofDays(45);

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     */
    @Activate
    public CalendarCheck(@Reference Present present) {
        this.present = present;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (present.workingDays == null || present.clock == null) {
            log.warn("The service {} is not there", present.clock == null ? "Clock" : "WorkingDays");
            return new Result(log);
        }
        Instant now = present.clock.instant();
        present.workingDays.reservation(now, now.plus(AHEAD)).ifPresentOrElse(
            why -> log.warn("{}; etc/org.openbeian.calendar.cn.cfg takes further years", why.en()),
            () -> log.info("The public holidays of the next {} days are known", AHEAD.toDays()));
        return new Result(log);
    }
}
