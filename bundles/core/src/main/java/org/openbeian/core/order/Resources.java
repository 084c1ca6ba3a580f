package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.CaseKnowledge;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds facts about resources in all inventories and what else is known about cases in all sources of knowledge, the
 * highest-ranking one first; one that fails knows nothing.
 */
@Component(service = Resources.class)
public final class Resources {

    /** As long as an inventory may take. */
    private static final long ANSWER_MILLIS = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    /** In ascending order of ranking, as Declarative Services keeps them. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<ResourceInventory> inventories = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<CaseKnowledge> sources = List.of();

    private final Knowledge knowledge = new Knowledge(ANSWER_MILLIS);
    private final Function<String, AccountState> accounts;

    /** Created by Declarative Services. */
    @Activate
    public Resources(@Reference AccountStore accounts, @Reference OrderStore orders) {
        this(new AccountKnowledge(accounts, orders)::of, List.of());
    }

    /** Knows what these sources tell, in ascending order of ranking. */
    Resources(Function<String, AccountState> accounts, List<CaseKnowledge> sources, ResourceInventory... inventories) {
        this.accounts = accounts;
        this.sources = List.copyOf(sources);
        this.inventories = List.of(inventories);
    }

    /** Ends the threads of the sources. */
    @Deactivate
    public void deactivate() {
        knowledge.close();
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

    /** The case with what is known of its account, and with what the sources of knowledge tell about it beside. */
    FilingCase known(FilingCase filing) {
        AccountState account = accounts.apply(filing.account());
        List<CaseKnowledge> highestFirst = new ArrayList<>(sources);
        if (account == null && highestFirst.isEmpty()) {
            return filing;
        }
        Collections.reverse(highestFirst);
        return filing.with(new Circumstances(null, null, null, account, null, null, null)
            .and(knowledge.about(filing, highestFirst)));
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
