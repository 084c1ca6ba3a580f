package org.openbeian.core.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.State;
import org.openbeian.api.store.BlockingStore;

/** Notices and blocks in memory. */
public final class MemoryBlockings implements BlockingStore {

    private final Map<String, Blocking> blockings = new TreeMap<>();

    @Override
    public void save(Blocking blocking) {
        blockings.put(blocking.domain(), blocking);
    }

    @Override
    public Optional<Blocking> hold(String domain) {
        return find(domain);
    }

    @Override
    public Optional<Blocking> find(String domain) {
        return Optional.ofNullable(blockings.get(domain));
    }

    @Override
    public List<String> open(Collection<String> domains) {
        return domains.stream().filter(domain -> blockings.containsKey(domain) && blockings.get(domain).state() != State.LIFTED).toList();
    }

    @Override
    public List<Blocking> list(State state, int limit) {
        return blockings.values().stream().filter(one -> state == null || one.state() == state).limit(limit).toList();
    }
}
