package org.openbeian.core.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.channel.DeliveryResult.Status;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.EndpointStore;
import org.openbeian.api.store.PreferenceStore;

/** Endpoints, preferences and deliveries in memory. */
public final class MemoryMessages implements EndpointStore, PreferenceStore, DeliveryStore {

    /** Endpoints by id. */
    public final Map<String, Kept> endpoints = new LinkedHashMap<>();
    /** Endpoints that somebody changed, by id, in the order of the changes. */
    public final List<String> held = new ArrayList<>();
    /** Tries, oldest first. */
    public final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, Delivery> awaited = new LinkedHashMap<>();
    public final Map<String, Receipt> early = new LinkedHashMap<>();
    private final Map<String, Instant> earlySince = new HashMap<>();
    private final Map<String, Preferences> preferences = new HashMap<>();

    @Override
    public void insert(Kept kept) {
        endpoints.put(kept.endpoint().id(), kept);
    }

    @Override
    public boolean update(Kept kept) {
        if (!held.contains(kept.endpoint().id())) {
            throw new AssertionError("changed without being held: what another changed meanwhile would be lost");
        }
        return endpoints.replace(kept.endpoint().id(), kept) != null;
    }

    @Override
    public void remove(String id) {
        endpoints.remove(id);
    }

    @Override
    public Optional<Kept> find(String id) {
        return Optional.ofNullable(endpoints.get(id));
    }

    @Override
    public Optional<Kept> hold(String id) {
        held.add(id);
        return find(id);
    }

    @Override
    public List<Kept> ofAccount(String account) {
        return endpoints.values().stream().filter(kept -> kept.endpoint().account().equals(account)).toList();
    }

    @Override
    public Optional<Preferences> find(String account, String person) {
        return Optional.ofNullable(preferences.get(account + "|" + person));
    }

    @Override
    public void put(String account, String person, Preferences chosen) {
        preferences.put(account + "|" + person, chosen);
    }

    @Override
    public void add(List<Delivery> added) {
        deliveries.addAll(added);
        added.stream().filter(delivery -> delivery.result().status() == Status.SENT)
            .forEach(delivery -> awaited.put(delivery.channel() + "|" + delivery.result().detail(), delivery));
    }

    @Override
    public List<Delivery> list(String orderId) {
        return deliveries.stream().filter(delivery -> orderId.equals(delivery.orderId())).toList();
    }

    @Override
    public List<Delivery> ofAddress(String channel, String maskedAddress, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delivery> ofAccount(String account, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Delivery> takeSent(String channel, String reference) {
        return Optional.ofNullable(awaited.remove(channel + "|" + reference));
    }

    @Override
    public void keepEarly(String channel, Receipt receipt, Instant at) {
        early.putIfAbsent(channel + "|" + receipt.reference(), receipt);
        earlySince.putIfAbsent(channel + "|" + receipt.reference(), at);
    }

    @Override
    public List<Receipt> early(String channel, Instant now) {
        return early.entrySet().stream().filter(kept -> kept.getKey().startsWith(channel + "|")
            && kept.getValue().spellings().stream().anyMatch(one -> awaited.containsKey(channel + "|" + one))
            && !earlySince.get(kept.getKey()).isBefore(now.minus(EARLY))).map(Map.Entry::getValue).toList();
    }

    @Override
    public void dropEarly(String channel, String reference) {
        early.remove(channel + "|" + reference);
    }

    @Override
    public boolean awaitsReceipt(String key) {
        return awaited.values().stream().anyMatch(delivery -> delivery.key().equals(key));
    }

    @Override
    public List<Count> count(Instant since) {
        throw new UnsupportedOperationException();
    }
}
