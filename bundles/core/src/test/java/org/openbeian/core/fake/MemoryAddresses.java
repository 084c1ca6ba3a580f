package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.PublicAddresses.State;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.store.AddressStore;
import org.openbeian.core.identifier.IpAddress;

/** Addresses in memory, with the resources that a test says. */
public final class MemoryAddresses implements AddressStore {

    /** Resources that have addresses. */
    public final List<ResourceFacts> resources = new ArrayList<>();

    private final Map<String, Address> addresses = new TreeMap<>();

    @Override
    public void save(Address address) {
        addresses.put(address.ip(), address);
    }

    @Override
    public Optional<Address> hold(String ip) {
        return find(ip);
    }

    @Override
    public Optional<Address> find(String ip) {
        return Optional.ofNullable(addresses.get(ip));
    }

    @Override
    public List<Address> list(State state, int limit) {
        return addresses.values().stream().filter(one -> state == null || one.state() == state).limit(limit).toList();
    }

    @Override
    public List<Address> list(String account, State state, int limit) {
        return list(state, Integer.MAX_VALUE).stream().filter(one -> account.equals(one.account())).limit(limit).toList();
    }

    @Override
    public List<ResourceFacts> resources(String ip) {
        return resources.stream().filter(facts -> facts.ips().stream().map(IpAddress::canonical).anyMatch(ip::equals)).toList();
    }
}
