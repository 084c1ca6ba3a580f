package org.openbeian.contract.kit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.Transactions;

/** A store of documents in memory, for tests of those who keep cases; each call is its own transaction. Not thread-safe. */
public final class MemoryCases implements CaseStore, Transactions {

    /** What is kept, by kind, a slash and id. */
    public final Map<String, Kept> kept = new LinkedHashMap<>();
    /** Runs once, before the next update: what somebody else does meanwhile. */
    public Runnable meanwhile = () -> { };

    private Stream<Kept> all(String kind) {
        return kept.values().stream().filter(one -> one.kind().equals(kind));
    }

    @Override
    public boolean insert(Kept fresh) {
        return (fresh.subject() == null || about(fresh.kind(), fresh.subject()).isEmpty())
            && kept.putIfAbsent(fresh.kind() + "/" + fresh.id(), fresh) == null;
    }

    @Override
    public boolean update(Kept next) {
        Runnable first = meanwhile;
        meanwhile = () -> { };
        first.run();
        Kept before = kept.get(next.kind() + "/" + next.id());
        return before != null && before.version() == next.version() - 1 && kept.put(next.kind() + "/" + next.id(), next) != null;
    }

    @Override
    public Optional<Kept> find(String kind, String id) {
        return Optional.ofNullable(kept.get(kind + "/" + id));
    }

    @Override
    public Optional<Kept> about(String kind, String subject) {
        return all(kind).filter(one -> subject.equals(one.subject())).findFirst();
    }

    @Override
    public List<Kept> list(String kind, String account, String orderId, String state, String before, int limit) {
        return all(kind).filter(one -> account == null || account.equals(one.account()))
            .filter(one -> orderId == null || orderId.equals(one.orderId())).filter(one -> state == null || state.equals(one.state()))
            .filter(one -> before == null || one.id().compareTo(before) < 0).sorted(Comparator.comparing(Kept::id).reversed())
            .limit(limit).toList();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }
}
