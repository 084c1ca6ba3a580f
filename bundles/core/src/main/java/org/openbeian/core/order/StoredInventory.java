package org.openbeian.core.order;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The embedded inventory: what the operator imported. Any other inventory outranks it. */
@Component(service = ResourceInventory.class, property = "service.ranking:Integer=-100")
public final class StoredInventory implements ResourceInventory {

    private final Transactions transactions;
    private final ResourceStore store;

    /** Created by Declarative Services. */
    @Activate
    public StoredInventory(@Reference Transactions transactions, @Reference ResourceStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public Optional<ResourceFacts> find(String kind, String id) {
        return transactions.call(() -> store.find(kind, id));
    }

    /** Not what was never imported. */
    @Override
    public boolean serves(String kind) {
        return transactions.call(() -> store.has(kind));
    }

    @Override
    public List<ResourceFacts> ofAccount(String account) {
        return transactions.call(() -> store.ofAccount(account));
    }

    @Override
    public void put(ResourceFacts facts) {
        if (facts.kind().equals(AuthorizationCodes.KIND)) {
            throw new Refusal(Refusal.Kind.INVALID, "codes-are-issued", "Authorization codes are issued for a server and not imported.");
        }
        transactions.run(() -> store.save(facts));
    }
}
