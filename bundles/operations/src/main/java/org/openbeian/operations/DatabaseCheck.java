package org.openbeian.operations;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.store.StoreHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the database answers. */
@Component(property = {HealthCheck.NAME + "=" + Checks.DATABASE, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=1000"})
public final class DatabaseCheck implements HealthCheck {

    private final StoreHealth health;

    /**
     * With a store, if there is one.
     *
     * @param health the store, or null
     */
    @Activate
    public DatabaseCheck(@Reference(cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY) StoreHealth health) {
        this.health = health;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
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
            log.critical("The database does not answer: {}", status.detail());
        }
        return new Result(log);
    }
}
