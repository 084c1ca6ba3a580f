package org.openbeian.butler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbeian.api.billing.Charge;
import org.openbeian.api.billing.FreeTime;
import org.openbeian.api.billing.Invoice;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.store.ButlerStore;
import org.openbeian.api.store.Transactions;

/** Cases, charges and invoices in memory. */
final class FakeButlerStore implements ButlerStore, Transactions {

    final Map<String, ButlerCase> cases = new LinkedHashMap<>();
    final Map<String, Charge> charges = new LinkedHashMap<>();
    final Map<String, FreeTime> freeTime = new LinkedHashMap<>();
    final List<Invoice> invoices = new ArrayList<>();

    @Override
    public boolean insert(ButlerCase fresh) {
        boolean there = cases.values().stream().anyMatch(other -> other.orderId().equals(fresh.orderId())
                && other.state() != ButlerCase.State.CANCELLED);
        return !there && cases.put(fresh.id(), fresh) == null;
    }

    @Override
    public boolean update(ButlerCase next) {
        return cases.replace(next.id(), cases.get(next.id()).version() == next.version() - 1 ? next : null) != null;
    }

    @Override
    public Optional<ButlerCase> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public List<ButlerCase> list(String account, String butler, int limit) {
        return cases.values().stream().filter(found -> account == null || account.equals(found.account()))
                .filter(found -> butler == null || butler.equals(found.butler()))
                .sorted(Comparator.comparing(ButlerCase::id).reversed()).limit(limit).toList();
    }

    @Override
    public boolean add(Charge charge) {
        return charges.putIfAbsent(charge.id(), charge) == null;
    }

    @Override
    public List<Charge> charges(String account, int limit) {
        return charges.values().stream().filter(charge -> charge.account().equals(account)).toList();
    }

    @Override
    public int add(Invoice invoice, List<String> chargeIds) {
        invoices.add(invoice);
        chargeIds.forEach(id -> charges.computeIfPresent(id, (key, from) -> new Charge(from.id(), from.account(), from.orderId(),
                from.item(), from.amount(), from.at(), invoice.id())));
        return chargeIds.size();
    }

    @Override
    public boolean issued(String invoiceId) {
        return false;
    }

    @Override
    public List<Invoice> invoices(String account, int limit) {
        return invoices;
    }

    @Override
    public boolean add(FreeTime time) {
        return freeTime.putIfAbsent(time.id(), time) == null;
    }

    @Override
    public List<FreeTime> freeTime(String account, int limit) {
        return freeTime.values().stream().filter(time -> time.account().equals(account)).toList();
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
