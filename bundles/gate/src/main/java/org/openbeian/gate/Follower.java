package org.openbeian.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.store.GateStore;
import org.openbeian.api.store.GateStore.Change;

/**
 * Follows the sequence of changes. A number that is missing belongs to a transaction that was broken off or that ends later
 * than one after it: it is looked for again until it is too old. For one thread.
 */
final class Follower {

    private static final int PORTION = 5_000;
    /** Longer than any transaction takes; the database gives up on a statement before. */
    private static final long HOLE_NANOS = 60_000_000_000L;
    private static final int MOST_HOLES = 100_000;

    private final GateStore store;
    private final LongSupplier nanoTime;
    private final BiConsumer<String, GateState> to;
    private final TreeMap<Long, Long> holes = new TreeMap<>();
    private long position;
    private volatile long safe;

    Follower(GateStore store, LongSupplier nanoTime, BiConsumer<String, GateState> to) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.to = to;
    }

    /** Reads all states; what changes meanwhile is told by the changes after. */
    void load() {
        holes.clear();
        position = Math.max(0, store.last() - PORTION);
        store.scan(to);
    }

    /** Takes over what changed since; returns how many changes there were. */
    int follow() {
        long now = nanoTime.getAsLong();
        holes.values().removeIf(since -> now - since > HOLE_NANOS);
        List<Change> late = holes.isEmpty() ? List.of() : store.changes(holes.keySet());
        late.forEach(change -> holes.remove(change.no()));
        apply(late);
        int count = late.size();
        List<Change> next;
        do {
            next = store.changes(position, PORTION);
            next.forEach(change -> pass(change.no(), now));
            apply(next);
            count += next.size();
        } while (next.size() == PORTION);
        safe = holes.isEmpty() ? position : holes.firstKey() - 1;
        return count;
    }

    /** The number up to which all changes were taken over, but for those that are too old to come. */
    long position() {
        return safe;
    }

    private void pass(long number, long now) {
        for (long missing = position + 1; missing < number && position > 0 && holes.size() < MOST_HOLES; missing++) {
            holes.put(missing, now);
        }
        position = number;
    }

    private void apply(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        changes.forEach(change -> keys.add(change.key()));
        Map<String, GateState> states = store.states(new ArrayList<>(keys));
        keys.forEach(key -> to.accept(key, states.getOrDefault(key, GateState.NONE)));
    }
}
