package org.openbeian.core.resource;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.store.DomainStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The embedded registry: what the operator imported. Any other registry outranks it. */
@Component(service = DomainRegistry.class, property = "service.ranking:Integer=-100")
public final class StoredDomains implements DomainRegistry {

    private final Transactions transactions;
    private final DomainStore store;

    /** Created by Declarative Services. */
    @Activate
    public StoredDomains(@Reference Transactions transactions, @Reference DomainStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public Optional<DomainRegistration> find(String domain) {
        return transactions.call(() -> store.domain(domain));
    }

    @Override
    public List<DomainRegistration> ofAccount(String account) {
        return transactions.call(() -> store.domainsOf(account));
    }

    @Override
    public void put(DomainRegistration registration) {
        transactions.run(() -> store.save(registration));
    }
}
