package org.openbeian.core.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.store.CaseStore;

/** Documents in memory. */
public final class MemoryCases implements CaseStore {

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    @Override
    public boolean insert(Kept fresh) {
        return about(fresh.kind(), fresh.subject()).isEmpty() && kept.putIfAbsent(fresh.kind() + "/" + fresh.id(), fresh) == null;
    }

    @Override
    public boolean update(Kept next) {
        return kept.replace(next.kind() + "/" + next.id(), next) != null;
    }

    @Override
    public Optional<Kept> find(String kind, String id) {
        return Optional.ofNullable(kept.get(kind + "/" + id));
    }

    @Override
    public Optional<Kept> about(String kind, String subject) {
        return kept.values().stream().filter(one -> one.kind().equals(kind) && subject.equals(one.subject())).findFirst();
    }

    @Override
    public List<Kept> list(String kind, String account, String orderId, String state, String before, int limit) {
        return kept.values().stream().filter(one -> one.kind().equals(kind)).limit(limit).toList();
    }
}
