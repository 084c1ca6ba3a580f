package org.openbeian.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.DurableTasks;

/** Durable tasks in memory, run when the test says so. */
public final class MemoryTasks implements DurableTasks, MemoryTransactions.Undoable {

    private final MemoryTransactions transactions;
    private TreeMap<String, Instant> tasks = new TreeMap<>();

    /** Joins the transactions. */
    public MemoryTasks(MemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public Runnable checkpoint() {
        TreeMap<String, Instant> old = new TreeMap<>(tasks);
        return () -> tasks = old;
    }

    @Override
    public void schedule(String task, String key, Instant at) {
        transactions.check();
        tasks.putIfAbsent(task + " " + key, at);
    }

    @Override
    public void ensure(String task, String key, Instant at) {
        tasks.merge(task + " " + key, at, (old, wanted) -> wanted.isBefore(old) ? wanted : old);
    }

    @Override
    public void cancel(String task, String key) {
        transactions.check();
        tasks.remove(task + " " + key);
    }

    /** Due times of the tasks of a name, by key. */
    public Map<String, Instant> of(String task) {
        Map<String, Instant> found = new TreeMap<>();
        tasks.forEach((name, at) -> {
            if (name.startsWith(task + " ")) {
                found.put(name.substring(task.length() + 1), at);
            }
        });
        return found;
    }

    /**
     * Lets time pass up to an instant, running the tasks of one name as they get due.
     *
     * @param clock set to each due time and at last to {@code until}
     */
    public void pass(FixedClock clock, Instant until, DurableTask task) {
        task.standing().forEach((key, at) -> ensure(task.name(), key, at));
        while (true) {
            List<Map.Entry<String, Instant>> due = new ArrayList<>(of(task.name()).entrySet());
            due.removeIf(entry -> entry.getValue().isAfter(until));
            if (due.isEmpty()) {
                clock.set(until);
                return;
            }
            Map.Entry<String, Instant> first = due.stream().min(Comparator.comparing(Map.Entry<String, Instant>::getValue)).get();
            if (first.getValue().isAfter(clock.instant())) {
                clock.set(first.getValue());
            }
            tasks.remove(task.name() + " " + first.getKey());
            Optional<Instant> again = task.run(first.getKey());
            again.ifPresent(at -> tasks.put(task.name() + " " + first.getKey(), at));
        }
    }
}
