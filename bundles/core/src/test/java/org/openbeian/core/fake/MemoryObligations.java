package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.resource.ResourceObligations.Obligation;
import org.openbeian.api.store.ObligationStore;

/** Obligations in memory, with the orders that a test says. */
public final class MemoryObligations implements ObligationStore {

    /** Orders that resources carry, sorted. */
    public final List<String> orders = new ArrayList<>();

    private final Map<String, Obligation> obligations = new TreeMap<>();

    @Override
    public List<String> orders(String after, int limit) {
        return orders.stream().filter(id -> id.compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public void save(Obligation obligation) {
        obligations.put(obligation.orderId(), obligation);
    }

    @Override
    public Optional<Obligation> find(String orderId) {
        return Optional.ofNullable(obligations.get(orderId));
    }

    @Override
    public void remove(String orderId) {
        obligations.remove(orderId);
    }

    @Override
    public void removeOver() {
        obligations.keySet().retainAll(orders);
    }

    @Override
    public List<Obligation> list(String account, int limit) {
        return obligations.values().stream().filter(one -> account == null || account.equals(one.account())).limit(limit).toList();
    }
}
