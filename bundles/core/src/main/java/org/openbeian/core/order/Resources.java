package org.openbeian.core.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openbeian.api.model.Application;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.rules.CaseKnowledge;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.register.Domains;
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
 * highest-ranking one first. What no inventory knows while one of them fails is not known to be missing; any other source that
 * fails knows nothing.
 */
@Component(service = Resources.class)
public final class Resources {

    /** As long as an inventory may take. */
    private static final long ANSWER_MILLIS = 1000;
    /** A century; as imports have it. */
    private static final int MOST_MONTHS = 1200;
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    /** In ascending order of ranking, as Declarative Services keeps them. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE, target = "(!(" + InventoryDesk.ALL + "=true))")
    private volatile List<ResourceInventory> inventories = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<CaseKnowledge> sources = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        fieldOption = FieldOption.REPLACE)
    private volatile List<DomainRegistry> registries = List.of();

    private final Knowledge knowledge = new Knowledge(ANSWER_MILLIS);
    private final Function<String, AccountState> accounts;
    private final Capacity capacity;
    private final SitesPerAddress sites;
    private final Function<FilingCase, FiledOrganizer> filed;

    /** Created by Declarative Services. */
    @Activate
    public Resources(@Reference AccountStore accounts, @Reference OrderStore orders, @Reference ResourceStore store,
            @Reference RegisterStore register, @Reference CoreSettings settings) {
        this(new AccountKnowledge(accounts, orders, () -> settings.get().account_organizers())::of, List.of(),
            new OnRecord(orders, register)::known, store, orders::load);
    }

    /** Knows what these sources tell, in ascending order of ranking. */
    public static Resources of(Function<String, AccountState> accounts, List<CaseKnowledge> sources, ResourceStore store,
            ResourceInventory... inventories) {
        return new Resources(accounts, sources, filing -> null, store, id -> Optional.empty(), inventories);
    }

    Resources(Function<String, AccountState> accounts, List<CaseKnowledge> sources, Function<FilingCase, FiledOrganizer> filed,
            ResourceStore store, Function<String, Optional<Order>> orders, ResourceInventory... inventories) {
        this.filed = filed;
        this.accounts = accounts;
        this.sources = List.copyOf(sources);
        this.inventories = List.of(inventories);
        this.capacity = new Capacity(store);
        this.sites = new SitesPerAddress(store, orders);
    }

    /** Ends the threads of the sources. */
    @Deactivate
    public void deactivate() {
        knowledge.close();
    }

    /**
     * The facts about the resources that an application names and about those that they rest on, as far as they are known,
     * each once.
     */
    Looked of(Application application) {
        List<ResourceFacts> found = new ArrayList<>();
        Set<ResourceRef> unanswered = new HashSet<>();
        application.services().stream().flatMap(service -> service.accesses().stream())
            .filter(access -> access.resourceKind() != null && access.resourceId() != null)
            .map(access -> new ResourceRef(access.resourceKind(), access.resourceId())).distinct()
            .forEach(ref -> {
                try {
                    find(ref).ifPresent(facts -> add(facts, found));
                } catch (Refusal unavailable) {
                    unanswered.add(ref);
                }
            });
        return new Looked(found, unanswered);
    }

    /**
     * What inventories say of resources.
     *
     * @param facts what they know
     * @param unanswered resources of which an inventory that failed may know more
     */
    record Looked(List<ResourceFacts> facts, Set<ResourceRef> unanswered) {
    }

    /** Adds a resource with what it rests on; one step, since what is rested on is a server. */
    private void add(ResourceFacts facts, List<ResourceFacts> found) {
        List<ResourceFacts> bases = facts.restsOn().stream().flatMap(ref -> find(ref).stream()).toList();
        ResourceFacts whole = bases.isEmpty() ? facts : facts.over(bases.get(0));
        Stream.concat(Stream.of(whole), bases.stream()).filter(one -> found.stream().noneMatch(other -> other.ref().equals(one.ref())))
            .forEach(found::add);
    }

    /** The resource, whole: what stands behind it is looked up as well. Refuses as {@link #find} does. */
    public Optional<ResourceFacts> whole(ResourceRef ref) {
        return find(ref).map(facts -> facts.restsOn().stream().flatMap(base -> find(base).stream()).findFirst()
            .map(facts::over).orElse(facts));
    }

    /** What stands against an order because its resources carry others, by the limits of their types. */
    List<Finding> full(Order order, List<ResourceTypeProfile> types, Looked looked) {
        List<Finding> findings = new ArrayList<>(capacity.full(order, types));
        findings.addAll(sites.full(order, types, looked.facts()));
        return findings;
    }

    /** Keeps other orders for the same resources out until the transaction ends. */
    void hold(Order order) {
        capacity.hold(order);
    }

    /** The case with what is known of its account, and with what the sources of knowledge tell about it beside. */
    FilingCase known(FilingCase filing) {
        FiledOrganizer onRecord = filed.apply(filing);
        AccountState account = adding(accounts.apply(filing.account()), onRecord);
        List<CaseKnowledge> highestFirst = new ArrayList<>(sources);
        List<DomainState> domains = domains(filing);
        if (account == null && onRecord == null && domains.isEmpty() && highestFirst.isEmpty()) {
            return filing;
        }
        Collections.reverse(highestFirst);
        return filing.with(new Circumstances(domains, null, null, account, onRecord, null, null)
            .and(knowledge.about(filing, highestFirst)));
    }

    /** What is about an organizer that the account has on record adds none, however many it has beyond the limit. */
    private static AccountState adding(AccountState account, FiledOrganizer onRecord) {
        return account == null || onRecord == null || account.organizersOver() == null ? account
            : new AccountState(account.realName(), account.certificateNumber(), account.organizers(), 0);
    }

    /** What registries know of the domains of a case (A-07, T-21, Q-28). */
    private List<DomainState> domains(FilingCase filing) {
        List<DomainRegistry> all = registries;
        return all.isEmpty() ? List.of() : Domains.of(filing.application()).stream()
            .flatMap(domain -> DomainName.parse(domain).stream()).map(name -> name.registrable().ascii()).distinct()
            .flatMap(name -> first(all, registry -> registry.find(name),
                new ArrayList<>()).stream()).map(DomainRegistration::state).toList();
    }

    /**
     * The resource as the highest-ranking inventory has it that knows it.
     *
     * @throws Refusal UNAVAILABLE when none knows it, and one of them failed
     */
    Optional<ResourceFacts> find(ResourceRef ref) {
        List<ResourceInventory> failed = new ArrayList<>();
        Optional<ResourceFacts> found = first(inventories, inventory -> inventory.find(ref.kind(), ref.id()), failed);
        if (found.isEmpty() && !failed.isEmpty()) {
            throw unavailable();
        }
        return found;
    }

    /** Whether an inventory that is there now serves a kind; one that fails does not. */
    boolean serves(String kind) {
        return first(inventories, inventory -> Optional.of(kind).filter(inventory::serves), new ArrayList<>()).isPresent();
    }

    private static Refusal unavailable() {
        return new Refusal(Refusal.Kind.UNAVAILABLE, "inventory-unavailable", "An inventory of resources does not answer; try again.");
    }

    /** The resources of an account in all inventories, each as the highest-ranking one has it, by kind and id. */
    List<ResourceFacts> ofAccount(String account) {
        Map<String, ResourceFacts> found = new TreeMap<>();
        List<ResourceInventory> failed = new ArrayList<>();
        inventories.forEach(inventory -> first(List.of(inventory), one -> Optional.of(one.ofAccount(account)), failed)
            .ifPresent(some -> some.forEach(facts -> found.put(facts.ref().toString(), facts))));
        if (!failed.isEmpty()) {
            throw unavailable();
        }
        return List.copyOf(found.values());
    }

    /**
     * Stores a resource in the highest-ranking inventory that takes it.
     *
     * @throws Refusal INVALID when an address is none or not a public one (W-24), when nobody owns it, or when it was bought for
     *     less than nothing
     */
    void put(ResourceFacts given) {
        ResourceFacts facts = checked(given);
        List<ResourceInventory> all = inventories;
        for (int i = all.size() - 1; i >= 0; i--) {
            try {
                all.get(i).put(facts);
                return;
            } catch (UnsupportedOperationException readOnly) {
                LOG.debug("{} is read from elsewhere", all.get(i).getClass().getName());
            }
        }
        throw new UnsupportedOperationException("every inventory is read from elsewhere");
    }

    private static ResourceFacts checked(ResourceFacts facts) {
        List<String> ips = facts.ips().stream().map(IpAddress::canonical).toList();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        texts.put("/account", facts.account());
        texts.put("/region", facts.region());
        texts.forEach((pointer, text) -> {
            if (text == null || text.isBlank()) {
                findings.add(ServerFindings.block("missing-field", pointer, ServerFindings.text("缺少必填字段", "This field is required"),
                    ServerFindings.text("请补充该字段", "Add the field")));
            }
        });
        if (facts.monthsBought() < 0 || facts.monthsBought() > MOST_MONTHS) {
            findings.add(ServerFindings.block("months-out-of-range", "/monthsBought",
                ServerFindings.text("购买月数不合理", "Nobody buys for so many months"),
                ServerFindings.text("应为 0 至 " + MOST_MONTHS + " 的整数", "Enter a whole number from 0 to " + MOST_MONTHS)));
        }
        for (int i = 0; i < ips.size(); i++) {
            Fault fault = IpAddress.checkPublic(ips.get(i)).orElse(null);
            if (fault != null) {
                findings.add(ServerFindings.block("ip-not-public", "/ips/" + i, ServerFindings.text(fault.chinese(), fault.english()),
                    ServerFindings.text("请填写公网 IPv4 或 IPv6 地址", "Enter a public address of version 4 or 6")));
            }
        }
        if (!findings.isEmpty()) {
            throw Refusals.invalid("resource-refused", "The resource was not stored; see the findings.", findings);
        }
        return new ResourceFacts(facts.kind(), facts.id(), facts.account(), facts.region(), facts.mainland(), ips, facts.prepaid(),
            facts.monthsBought(), facts.expiresAt(), facts.attributes(), facts.restsOn());
    }

    /** What the highest-ranking one knows that knows something, and which failed before. */
    private static <S, T> Optional<T> first(List<S> all, Function<S, Optional<T>> question, List<S> failed) {
        for (int i = all.size() - 1; i >= 0; i--) {
            try {
                Optional<T> found = question.apply(all.get(i));
                if (found.isPresent()) {
                    return found;
                }
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("{} failed", all.get(i).getClass().getName(), e);
                failed.add(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** As Declarative Services would bind them, in ascending order of ranking. */
    Resources with(DomainRegistry... known) {
        registries = List.of(known);
        return this;
    }
}
