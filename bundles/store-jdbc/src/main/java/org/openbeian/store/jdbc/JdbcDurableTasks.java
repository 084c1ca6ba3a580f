package org.openbeian.store.jdbc;

import java.time.Instant;
import org.openbeian.api.store.DurableTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JdbcDurableTasks implements DurableTasks {

    private final Database database;
    private final TaskTable tasks;

    @Activate
    public JdbcDurableTasks(@Reference Database database) {
        this.database = database;
        this.tasks = new TaskTable(database);
    }

    @Override
    public void schedule(String task, String key, Instant at) {
        TaskTable.Instance instance = instance(task, key);
        Transaction transaction = database.transaction();
        if (transaction == null || transaction.scheduled().add(instance)) {
            tasks.add(instance, at);
            database.afterCommit(() -> database.wakeups().task(at));
        }
    }

    @Override
    public void ensure(String task, String key, Instant at) {
        TaskTable.Instance instance = instance(task, key);
        database.afterCommit(() -> {
            tasks.ensure(instance, at);
            database.wakeups().task(at);
        });
    }

    @Override
    public void cancel(String task, String key) {
        TaskTable.Instance instance = instance(task, key);
        tasks.cancel(instance);
        Transaction transaction = database.transaction();
        if (transaction != null) {
            transaction.scheduled().remove(instance);
        }
    }

    private static TaskTable.Instance instance(String task, String key) {
        if (task.isEmpty() || task.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the name of a task is not empty and has no colon");
        }
        return new TaskTable.Instance(task, key);
    }
}
