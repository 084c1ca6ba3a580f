package org.openbeian.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.store.GateStore;
import org.openbeian.api.store.StoreUnavailable;

/** A store in memory whose changes a test makes, also late ones. */
final class FakeGateStore implements GateStore {

    final Map<String, GateState> states = new HashMap<>();
    final TreeMap<Long, String> changes = new TreeMap<>();
    boolean away;

    void set(long no, String key, GateState state) {
        states.put(key, state);
        changes.put(no, key);
    }

    @Override
    public long last() {
        check();
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    @Override
    public void scan(BiConsumer<String, GateState> to) {
        check();
        states.forEach(to);
    }

    @Override
    public List<Change> changes(long after, int limit) {
        check();
        List<Change> found = new ArrayList<>();
        changes.tailMap(after, false).forEach((no, key) -> found.add(new Change(no, key)));
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public List<Change> changes(Collection<Long> numbers) {
        return numbers.stream().filter(changes::containsKey).map(no -> new Change(no, changes.get(no))).toList();
    }

    @Override
    public Map<String, GateState> states(Collection<String> keys) {
        Map<String, GateState> found = new HashMap<>(states);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public int forget(Instant before) {
        return 0;
    }

    private void check() {
        if (away) {
            throw new StoreUnavailable("away", null);
        }
    }
}
