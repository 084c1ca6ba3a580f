package org.openbeian.operations;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the framework has started every bundle, and is not about to stop. */
@Component(property = {HealthCheck.NAME + "=" + Checks.START, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=250"})
public final class StartCheck implements HealthCheck {

    /** Karaf's mark that the features of the distribution are installed and started. */
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;
    private final Shutdown shutdown;

    /**
     * For one framework.
     *
     * @param context this bundle's context
     * @param shutdown knows whether the server stops
     */
    @Activate
    public StartCheck(BundleContext context, @Reference Shutdown shutdown) {
        this.context = context;
        this.shutdown = shutdown;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int level = level(context);
        int target = target(context);
        if (shutdown.isStopping()) {
            log.temporarilyUnavailable("The server is stopping");
        } else if (level < target) {
            log.temporarilyUnavailable("Start level {} of {} is reached", level, target);
        } else if (!isStarted(context)) {
            log.temporarilyUnavailable("The features of the distribution are not all installed yet");
        } else {
            log.info("Start level {} is reached", level);
        }
        return new Result(log);
    }

    /**
     * Whether the features of the distribution are installed and started, and the framework does not stop. Karaf may say the
     * first while the framework still starts their bundles, level by level.
     */
    static boolean isStarted(BundleContext context) {
        return context.getServiceReference(BOOT_FINISHED) != null && level(context) >= target(context)
                && context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE;
    }

    private static int level(BundleContext context) {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class).getStartLevel();
    }

    /** Karaf tells the framework to begin at 1 and raises the level itself; the level it goes to is in the system properties. */
    private static int target(BundleContext context) {
        String beginning = System.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
            context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL));
        return beginning == null ? 1 : Integer.parseInt(beginning);
    }
}
