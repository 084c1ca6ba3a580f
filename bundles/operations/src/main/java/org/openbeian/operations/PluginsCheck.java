package org.openbeian.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.plugin.Plugins;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Which plugins are quarantined, and which failed a short time ago. */
@Component(service = HealthCheck.class, property = {HealthCheck.NAME + "=" + Checks.PLUGINS,
    HealthCheck.TAGS + "=" + Checks.READY, HealthCheck.TAGS + "=" + Checks.DOCTOR,
    HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class PluginsCheck implements HealthCheck {

    private static final Duration SHORT = Duration.ofHours(1);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Plugins plugins;

    /** The machine's, as failures of plugins have it. */
    Clock realTime = Clock.systemUTC();

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Plugins present = plugins;
        List<PluginStatus> all = present == null ? List.of() : present.plugins();
        Instant since = realTime.instant().minus(SHORT);
        for (PluginStatus plugin : all) {
            if (plugin.state() == PluginStatus.State.QUARANTINED) {
                log.warn("Plugin {} {} of {} {} is quarantined: {}; beian:plugin-release lets it be called again",
                        plugin.kind(), plugin.id(), plugin.bundle(), plugin.version(), plugin.reason());
            } else if (plugin.failedAt() != null && plugin.failedAt().isAfter(since)) {
                log.warn("Plugin {} {} of {} {} failed at {}: {}", plugin.kind(), plugin.id(), plugin.bundle(),
                        plugin.version(), plugin.failedAt(), plugin.failure());
            }
        }
        log.info("{} plugins are installed", all.size());
        return new Result(log);
    }
}
