package org.openbeian.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.store.DomainStore;

/** Domains in memory. */
public final class MemoryDomains implements DomainStore {

    /** Domains by name. */
    public final Map<String, DomainRegistration> domains = new TreeMap<>();
    /** Those that an import keeps. */
    public final List<String> marked = new ArrayList<>();

    @Override
    public void save(DomainRegistration registration) {
        domains.put(registration.state().domain(), registration);
    }

    @Override
    public Optional<DomainRegistration> domain(String domain) {
        return Optional.ofNullable(domains.get(domain));
    }

    @Override
    public List<DomainRegistration> domainsOf(String account) {
        return domains.values().stream().filter(domain -> account.equals(domain.account())).toList();
    }

    @Override
    public int removeExcept(String importId) {
        int before = domains.size();
        domains.keySet().retainAll(marked);
        return before - domains.size();
    }
}
