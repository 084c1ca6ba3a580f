package org.openbeian.operations;

import java.io.IOException;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether the configuration still is what the production profile allows; a file may have been changed since the start. */
@Component(property = {HealthCheck.NAME + "=" + Checks.HARDENING, HealthCheck.TAGS + "=" + Checks.DOCTOR})
public final class HardeningCheck implements HealthCheck {

    private final BundleContext context;

    /**
     * For one framework.
     *
     * @param context knows the profile and where the configuration is
     */
    @Activate
    public HardeningCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (HardeningGuard.isDemo(context)) {
            log.info("The profile is demo: nothing is forbidden, and no real filing belongs here");
            return new Result(log);
        }
        try {
            List<String> findings = HardeningGuard.findings(context);
            findings.forEach(finding -> log.critical("{}", finding));
            log.info("The profile is production");
        } catch (IOException e) {
            log.critical("The configuration cannot be read: {}", e.getMessage());
        }
        return new Result(log);
    }
}
