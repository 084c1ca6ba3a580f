package org.openbeian.aftercare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openbeian.api.model.Access;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.identifier.IpAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Holds what a website's access here rests on against the inventories. Asks them outside any transaction. Thread-safe. */
@Component(service = FiledResources.class)
public final class FiledResources {

    private final RegisterStore register;
    private final ResourceInventory inventory;
    private final Transactions transactions;

    /**
     * What was seen.
     *
     * @param ips public addresses that were filed, and those of the resources that were filed without any; empty when none is known
     * @param gone what was filed and is there no more, for people; empty when all is there
     * @param known whether all of it could be asked for: of a kind that no inventory serves now, nothing is known
     */
    record Seen(List<String> ips, List<String> gone, boolean known) {
    }

    /** Created by Declarative Services. */
    @Activate
    public FiledResources(@Reference RegisterStore register,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ResourceInventory inventory, @Reference Transactions transactions) {
        this.register = register;
        this.inventory = inventory;
        this.transactions = transactions;
    }

    /** How the resources of a website stand by the register and the inventories. */
    Seen of(FiledSite site) {
        return of(site.number());
    }

    Seen of(String number) {
        List<String> ips = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        boolean known = true;
        for (Access access : accesses(number)) {
            List<String> filed = access.ips().stream().map(IpAddress::canonical).toList();
            ips.addAll(filed);
            if (access.resourceKind() == null || access.resourceId() == null) {
                continue;
            }
            Optional<ResourceFacts> facts;
            try {
                facts = inventory.find(access.resourceKind(), access.resourceId());
            } catch (Refusal unanswered) {
                known = false;
                continue;
            }
            List<String> there = facts.stream().flatMap(found -> found.ips().stream()).map(IpAddress::canonical).toList();
            if (facts.isEmpty() && !inventory.serves(access.resourceKind())) {
                known = false;
            } else if (facts.isEmpty()) {
                gone.add(access.resourceKind() + " " + access.resourceId());
            } else if (!there.isEmpty()) {
                filed.stream().filter(ip -> !there.contains(ip)).map(ip -> ip + " (" + access.resourceKind() + " " + access.resourceId()
                    + ")").forEach(gone::add);
            }
            if (filed.isEmpty()) {
                ips.addAll(there);
            }
        }
        return new Seen(ips.stream().distinct().toList(), List.copyOf(gone), known);
    }

    /**
     * Whether one of these addresses is that of a resource that the account has here; empty when that cannot be told, as when no
     * inventory serves a kind on which the filing rested.
     *
     * @param account whose resources, or null when not known
     */
    Optional<Boolean> isHere(String number, String account, List<String> addresses) {
        if (addresses.isEmpty() || account == null) {
            return Optional.empty();
        }
        try {
            boolean here = inventory.ofAccount(account).stream().flatMap(facts -> facts.ips().stream()).map(IpAddress::canonical)
                .anyMatch(addresses::contains);
            boolean known = here || accesses(number).stream().map(Access::resourceKind).filter(Objects::nonNull)
                .allMatch(inventory::serves);
            return Optional.of(here).filter(told -> known);
        } catch (Refusal unanswered) {
            return Optional.empty();
        }
    }

    /** What the accesses here rest on now, or else what was granted. */
    private static List<Access> accesses(ServiceEntry entry) {
        List<Access> here = entry.accesses().stream().filter(AccessEntry::here).map(AccessEntry::access).filter(Objects::nonNull).toList();
        return !here.isEmpty() || entry.data() == null ? here : entry.data().accesses();
    }

    private List<Access> accesses(String number) {
        try {
            return transactions.call(() -> register.service(number)).map(FiledResources::accesses).orElse(List.of());
        } catch (DataErased gone) {
            return List.of();
        }
    }
}
