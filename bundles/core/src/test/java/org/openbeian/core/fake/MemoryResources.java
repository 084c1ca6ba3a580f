package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.store.ResourceStore;

/** Resources in memory, with the uses that a test says. */
public final class MemoryResources implements ResourceStore {

    /** What rests on the resources. */
    public final List<ResourceUse> uses = new ArrayList<>();

    private final Map<String, ResourceFacts> resources = new TreeMap<>();

    /** Knows these. */
    public MemoryResources(ResourceFacts... known) {
        List.of(known).forEach(this::save);
    }

    /** Loses all. */
    public void removeAll() {
        resources.clear();
    }

    @Override
    public void save(ResourceFacts facts) {
        resources.put(facts.ref().toString(), facts);
    }

    @Override
    public Optional<ResourceFacts> find(String kind, String id) {
        return Optional.ofNullable(resources.get(new ResourceRef(kind, id).toString()));
    }

    @Override
    public boolean has(String kind) {
        return resources.values().stream().anyMatch(facts -> facts.kind().equals(kind));
    }

    @Override
    public List<ResourceFacts> ofAccount(String account) {
        return resources.values().stream().filter(facts -> account.equals(facts.account())).toList();
    }

    @Override
    public List<ResourceFacts> restingOn(ResourceRef base) {
        return resources.values().stream().filter(facts -> facts.restsOn().contains(base)).toList();
    }

    @Override
    public void hold(ResourceRef resource) {
        // One thread at a time in these tests.
    }

    @Override
    public List<ResourceUse> uses(ResourceRef resource) {
        return uses.stream().filter(use -> use.resource().equals(resource)).toList();
    }

    @Override
    public List<ResourceRef> atAddress(String address) {
        return resources.values().stream().filter(facts -> facts.ips().contains(address)
            || facts.ips().isEmpty() && facts.restsOn().stream().flatMap(base -> find(base.kind(), base.id()).stream())
                .anyMatch(base -> base.ips().contains(address))).map(ResourceFacts::ref).toList();
    }

    @Override
    public List<ResourceUse> usesOf(String account, String kind) {
        return uses.stream().filter(use -> use.account().equals(account) && use.resource().kind().equals(kind)).toList();
    }

    @Override
    public int removeExcept(String importId) {
        throw new UnsupportedOperationException();
    }
}
