package org.openbeian.security.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openbeian.api.audit.AuditEntry;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.audit.ChainHash;
import org.openbeian.api.store.AuditStore;
import org.openbeian.api.store.Transactions;

/** Entries in memory, open to every kind of tampering. */
final class FakeAuditStore implements AuditStore, Transactions {

    final Map<Long, AuditEntry> open = new LinkedHashMap<>();
    final TreeMap<Long, AuditEntry> sealed = new TreeMap<>();
    Chain chain = new Chain(1, ChainHash.START, 0, ChainHash.START);
    private long ids;

    @Override
    public void add(AuditEntry entry) {
        open.put(++ids, entry);
    }

    @Override
    public Map<Long, AuditEntry> open(int limit) {
        Map<Long, AuditEntry> first = new LinkedHashMap<>();
        open.entrySet().stream().limit(limit).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public Chain lock() {
        return chain;
    }

    @Override
    public void seal(Map<Long, AuditEntry> entries, Chain after) {
        entries.forEach((id, entry) -> {
            open.remove(id);
            sealed.put(entry.no(), entry);
        });
        chain = after;
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        return sealed.descendingMap().values().stream().limit(query.limit()).toList();
    }

    @Override
    public List<AuditEntry> from(long no, int limit) {
        return new ArrayList<>(sealed.tailMap(no).values()).stream().limit(limit).toList();
    }

    @Override
    public int trim(Instant before, int limit) {
        throw new UnsupportedOperationException();
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
