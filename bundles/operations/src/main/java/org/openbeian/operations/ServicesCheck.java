package org.openbeian.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the services are there without which no order can be taken. */
@Component(property = {HealthCheck.NAME + "=" + Checks.SERVICES, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class ServicesCheck implements HealthCheck {

    private final Map<String, Object> services = new LinkedHashMap<>();

    /**
     * With what is there; made anew whenever that changes. Null stands for a missing service.
     *
     * @param transactions transactions
     * @param ruleBooks rules
     * @param orders orders
     * @param lanes lanes
     * @param accounts accounts
     */
    @Activate
    public ServicesCheck(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Transactions transactions,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) RuleBooks ruleBooks,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Orders orders,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Lanes lanes,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Accounts accounts) {
        services.put("Transactions", transactions);
        services.put("RuleBooks", ruleBooks);
        services.put("Orders", orders);
        services.put("Lanes", lanes);
        services.put("Accounts", accounts);
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        services.forEach((name, service) -> {
            if (service == null) {
                log.critical("The service {} is not there", name);
            }
        });
        log.info("{} services are needed", services.size());
        return new Result(log);
    }
}
