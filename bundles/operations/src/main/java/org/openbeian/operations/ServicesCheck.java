package org.openbeian.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the services are there without which no order can be taken. */
@Component(property = {HealthCheck.NAME + "=" + Checks.SERVICES, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class ServicesCheck implements HealthCheck {

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     */
    @Activate
    public ServicesCheck(@Reference Present present) {
        this.present = present;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Map<String, Object> services = new LinkedHashMap<>();
        services.put("Transactions", present.transactions);
        services.put("RuleBooks", present.ruleBooks);
        services.put("Orders", present.orders);
        services.put("Lanes", present.lanes);
        services.put("Accounts", present.accounts);
        services.forEach((name, service) -> {
            if (service == null) {
                log.critical("The service {} is not there", name);
            }
        });
        log.info("{} services are needed", services.size());
        return new Result(log);
    }
}
