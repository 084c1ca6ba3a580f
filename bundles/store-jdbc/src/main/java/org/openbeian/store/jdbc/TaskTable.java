package org.openbeian.store.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.store.StoreHealth.FailingTask;

/**
 * Our side of db-scheduler's table: putting tasks in and taking them out. The library polls, picks, beats and notices dead
 * nodes. All tasks are instances of one definition, since handlers come and go with their bundles. Thread-safe.
 */
final class TaskTable {

    /** Name of the one definition. */
    static final String DEFINITION = "openbeian";
    /** What stands as the cause of a task whose handler is away. */
    static final String NO_HANDLER = "its handler is not installed";

    private static final String ROW = " where task_name = '" + DEFINITION + "' and task_instance = ?";
    private static final String RELEASE = "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
            + " version = version + 1, ";
    private static final int CAUSE = 4000;

    private final Database database;

    TaskTable(Database database) {
        this.database = database;
    }

    /**
     * A task as db-scheduler knows it.
     *
     * @param handler name of the {@link org.openbeian.api.store.DurableTask}
     * @param key key it was scheduled with
     */
    record Instance(String handler, String key) {

        static Instance parse(String id) {
            int colon = id.indexOf(':');
            return new Instance(id.substring(0, colon), id.substring(colon + 1));
        }

        String id() {
            return handler + ":" + key;
        }
    }

    /** Adds a task; false when it is there. Joins the transaction. */
    boolean add(Instance task, Instant at) {
        return database.insertUnlessThere("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
            + " handler) values ('" + DEFINITION + "', ?, ?, false, 1, ?)", task.id(), at, task.handler());
    }

    /** Adds a task, or makes one that is there run at this time if it would run later; one that runs now runs again. */
    void ensure(Instance task, Instant at) {
        while (!add(task, at)) {
            int changed = database.update("update scheduled_tasks set"
                + " execution_time = case when picked then execution_time else least(execution_time, ?) end,"
                + " again_at = case when picked then least(coalesce(again_at, ?), ?) else again_at end" + ROW,
                at, at, at, task.id());
            if (changed > 0) {
                return;
            }
        }
    }

    /** Takes a task out that does not run now. Joins the transaction. */
    void cancel(Instance task) {
        database.update("delete from scheduled_tasks" + ROW + " and not picked", task.id());
    }

    /** Takes a task out that is done, unless it was asked for again while it ran. */
    void done(Instance task, long version) {
        int removed = database.update("delete from scheduled_tasks" + ROW + " and version = ? and again_at is null",
            task.id(), version);
        if (removed == 0) {
            database.update(RELEASE + "execution_time = again_at, again_at = null, consecutive_failures = 0, cause = null" + ROW
                + " and version = ? and again_at is not null", task.id(), version);
        }
    }

    /** Lets a task that ran well run again. */
    void next(Instance task, long version, Instant at, Instant now) {
        database.update(RELEASE + "execution_time = least(?, coalesce(again_at, ?)), again_at = null, last_success = ?,"
            + " consecutive_failures = 0, cause = null" + ROW + " and version = ?", at, at, now, task.id(), version);
    }

    /** Lets a task that failed run again. */
    void failed(Instance task, long version, Instant at, int failures, String cause, Instant now) {
        database.update(RELEASE + "execution_time = ?, last_failure = ?, consecutive_failures = ?, cause = ?" + ROW
            + " and version = ?", at, now, failures, Rows.cut(cause, CAUSE), task.id(), version);
    }

    /** Lays a task aside whose handler is away. */
    void park(Instance task, long version, Instant at) {
        database.update(RELEASE + "execution_time = ?, cause = ?" + ROW + " and version = ?", at, NO_HANDLER, task.id(), version);
    }

    /** Makes the tasks due that wait for a handler; returns how many. */
    int unpark(String handler, Instant now) {
        return database.update("update scheduled_tasks set execution_time = ?, cause = null where handler = ? and cause = ?"
            + " and picked = false", now, handler, NO_HANDLER);
    }

    /** Ids of tasks that stand as picked by a node. */
    Set<String> pickedBy(String node) {
        return Set.copyOf(database.query("select task_instance from scheduled_tasks where picked = true and picked_by = ?",
            row -> row.getString(1), node));
    }

    /** Gives tasks back that a node picked and does not run any more. */
    void release(String node, Set<String> ids) {
        for (String id : ids) {
            database.update("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1" + ROW + " and picked_by = ?", id, node);
        }
    }

    /** Whether a task is due or running on any node; one that waits for its handler is neither. */
    boolean isBusy(Instant now) {
        return database.first("select 1 from scheduled_tasks where picked = true or execution_time <= ? limit 1",
            row -> true, now).orElse(false);
    }

    /** When the earliest task of one of the handlers is due. */
    Optional<Instant> nextDue(Set<String> handlers) {
        return database.query("select handler, min(execution_time) as due from scheduled_tasks where picked = false"
            + " and (cause is null or cause <> '" + NO_HANDLER + "') group by handler",
            row -> handlers.contains(row.getString("handler")) ? Rows.instant(row, "due") : null)
            .stream().filter(java.util.Objects::nonNull).min(java.util.Comparator.naturalOrder());
    }

    long count() {
        return database.first("select count(*) from scheduled_tasks", row -> row.getLong(1)).orElse(0L);
    }

    /** Tasks that failed and wait for another try, or wait for their handler, oldest failure first. */
    List<FailingTask> failing(int limit) {
        return database.query("select task_instance, consecutive_failures, cause, execution_time from scheduled_tasks"
            + " where cause is not null order by last_failure limit ?", row -> {
                Instance task = Instance.parse(row.getString("task_instance"));
                return new FailingTask(task.handler(), task.key(), row.getInt("consecutive_failures"), row.getString("cause"),
                    Rows.instant(row, "execution_time"));
            }, limit);
    }
}
