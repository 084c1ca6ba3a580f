package org.openbeian.core.order;

import java.util.List;
import java.util.Optional;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.resource.ResourceRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All inventories as one, for those who ask or store from outside; it outranks each of them. */
@Component(service = ResourceInventory.class, property = {"service.ranking:Integer=10000", InventoryDesk.ALL + ":Boolean=true"})
public final class InventoryDesk implements ResourceInventory {

    /** Property of the service by which it is told from the inventories behind it. */
    static final String ALL = "openbeian.all";

    private final Resources resources;

    /** Created by Declarative Services. */
    @Activate
    public InventoryDesk(@Reference Resources resources) {
        this.resources = resources;
    }

    @Override
    public Optional<ResourceFacts> find(String kind, String id) {
        return resources.find(new ResourceRef(kind, id));
    }

    @Override
    public boolean serves(String kind) {
        return resources.serves(kind);
    }

    @Override
    public List<ResourceFacts> ofAccount(String account) {
        return resources.ofAccount(account);
    }

    @Override
    public void put(ResourceFacts facts) {
        resources.put(facts);
    }
}
