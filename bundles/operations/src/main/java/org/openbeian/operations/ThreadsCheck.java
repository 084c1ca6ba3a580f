package org.openbeian.operations;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/** Whether threads block each other for ever; nothing but a restart helps then. */
@Component(property = {HealthCheck.NAME + "=" + Checks.THREADS, HealthCheck.TAGS + "=" + Checks.LIVE,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=5000"})
public final class ThreadsCheck implements HealthCheck {

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] blocked = threads.findDeadlockedThreads();
        if (blocked != null) {
            for (ThreadInfo thread : threads.getThreadInfo(blocked)) {
                if (thread != null) {
                    log.critical("Thread {} is in a deadlock over {}", thread.getThreadName(), thread.getLockName());
                }
            }
        }
        log.info("{} threads", threads.getThreadCount());
        return new Result(log);
    }
}
