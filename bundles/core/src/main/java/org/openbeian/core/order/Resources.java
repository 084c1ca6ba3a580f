package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds facts about resources in all inventories, the highest-ranking one first; one that fails knows nothing. */
@Component(service = Resources.class)
public final class Resources {

    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    /** In ascending order of ranking, as Declarative Services keeps them. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<ResourceInventory> inventories = List.of();

    /** For Declarative Services. */
    public Resources() {
    }

    Resources(ResourceInventory... inventories) {
        this.inventories = List.of(inventories);
    }

    /** The facts about the resources that an application names, as far as they are known, each once. */
    List<ResourceFacts> of(Application application) {
        List<ResourceFacts> found = new ArrayList<>();
        application.services().stream().flatMap(service -> service.accesses().stream())
            .filter(access -> access.resourceKind() != null && access.resourceId() != null)
            .map(access -> new Access(access.resourceKind(), access.resourceId(), null)).distinct()
            .forEach(access -> find(access).ifPresent(found::add));
        return found;
    }

    private Optional<ResourceFacts> find(Access access) {
        List<ResourceInventory> all = inventories;
        for (int i = all.size() - 1; i >= 0; i--) {
            try {
                Optional<ResourceFacts> facts = all.get(i).find(access.resourceKind(), access.resourceId());
                if (facts.isPresent()) {
                    return facts;
                }
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("Inventory {} failed on a resource of kind {}", all.get(i).getClass().getName(),
                    access.resourceKind(), e);
            }
        }
        return Optional.empty();
    }
}
