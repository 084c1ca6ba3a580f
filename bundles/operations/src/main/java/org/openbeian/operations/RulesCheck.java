package org.openbeian.operations;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.RuleBooks.Candidate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the national rules serve, and which rule bundles are refused. */
@Component(property = {HealthCheck.NAME + "=" + Checks.RULES, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class RulesCheck implements HealthCheck {

    private static final String NATIONAL = "000000";

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     */
    @Activate
    public RulesCheck(@Reference Present present) {
        this.present = present;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        RuleBooks ruleBooks = present.ruleBooks;
        List<Candidate> candidates = ruleBooks == null ? List.of() : ruleBooks.candidates();
        if (candidates.stream().noneMatch(bundle -> isServing(bundle) && NATIONAL.equals(bundle.provinceId()))) {
            log.critical("No bundle with the national rules serves; nothing can be submitted");
        }
        long provinces = candidates.stream().filter(bundle -> isServing(bundle) && !NATIONAL.equals(bundle.provinceId())).count();
        if (provinces == 0) {
            log.warn("No province is served; every order will wait");
        }
        candidates.stream().filter(bundle -> "refused".equals(bundle.status())).forEach(bundle ->
                log.warn("Bundle {} {} is refused: {}", bundle.bundle(), bundle.bundleVersion(), bundle.reason()));
        log.info("{} of {} rule bundles serve, {} provinces", candidates.stream().filter(RulesCheck::isServing).count(),
                candidates.size(), provinces);
        return new Result(log);
    }

    private static boolean isServing(Candidate bundle) {
        return "serving".equals(bundle.status());
    }
}
