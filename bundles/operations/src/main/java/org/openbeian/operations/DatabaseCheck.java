package org.openbeian.operations;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.store.StoreHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the database answers, and what waited for it has begun. */
@Component(property = {HealthCheck.NAME + "=" + Checks.DATABASE, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=1000"})
public final class DatabaseCheck implements HealthCheck {

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     */
    @Activate
    public DatabaseCheck(@Reference Present present) {
        this.present = present;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        StoreHealth health = present.store;
        if (health == null) {
            log.critical("No store is there; is a data source configured?");
            return new Result(log);
        }
        StoreHealth.Status status = health.check();
        if (status.reachable()) {
            log.info("{}, schema {}, {} durable tasks wait, {} commits since start", status.product(),
                    status.schemaVersion(), status.scheduledTasks(), status.commits());
            if (status.detail() != null) {
                log.warn("{}", status.detail());
            }
        } else {
            log.critical("The database is not ready: {}", status.detail());
        }
        return new Result(log);
    }
}
