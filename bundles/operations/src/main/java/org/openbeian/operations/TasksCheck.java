package org.openbeian.operations;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.openbeian.api.store.StoreHealth;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which durable tasks do not get on. Never takes the server out of service. */
@Component(property = {HealthCheck.NAME + "=" + Checks.TASKS, HealthCheck.TAGS + "=" + Checks.DOCTOR})
public final class TasksCheck implements HealthCheck {

    private static final int SHOWN = 20;

    private final Present present;

    /**
     * With what is there.
     *
     * @param present what is there at the moment
     */
    @Activate
    public TasksCheck(@Reference Present present) {
        this.present = present;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        StoreHealth health = present.store;
        if (health == null) {
            log.warn("No store is there");
            return new Result(log);
        }
        try {
            List<StoreHealth.FailingTask> failing = health.failingTasks(SHOWN);
            failing.forEach(task -> log.warn("Task {} {} failed {} times, next try {}: {}", task.task(), task.key(),
                    task.failures(), task.nextTry(), task.cause()));
            log.info("{}{} durable tasks fail", failing.size() == SHOWN ? "At least " : "", failing.size());
        } catch (StoreUnavailable unavailable) {
            log.warn("The tasks cannot be read while the database does not answer");
        }
        return new Result(log);
    }
}
