package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.Order;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.core.register.ServiceKeys;

/** Counts the services on resources: so many on one, and for some kinds one resource an account (A-15, A-18). */
final class Capacity {

    private final ResourceStore store;

    Capacity(ResourceStore store) {
        this.store = store;
    }

    /** Keeps other orders that are handed in for the same resources out until the transaction ends. */
    void hold(Order order) {
        order.application().services().stream().flatMap(service -> service.accesses().stream())
            .filter(Capacity::isNamed).map(Capacity::ref).distinct()
            .sorted((one, other) -> one.toString().compareTo(other.toString())).forEach(store::hold);
    }

    /** A finding for each access whose resource cannot carry it. */
    List<Finding> full(Order order, List<ResourceTypeProfile> types) {
        Map<String, ResourceTypeProfile> byKind = types.stream()
            .collect(Collectors.toMap(ResourceTypeProfile::kind, Function.identity(), (one, other) -> one));
        List<Finding> findings = new ArrayList<>();
        Map<ResourceRef, Set<String>> services = new HashMap<>();
        Map<String, Set<ResourceRef>> resources = new HashMap<>();
        List<InternetService> asked = order.application().services();
        for (int i = 0; i < asked.size(); i++) {
            String key = ServiceKeys.of(asked.get(i)) == null ? "#" + i : ServiceKeys.of(asked.get(i));
            List<Access> accesses = asked.get(i).accesses();
            for (int j = 0; j < accesses.size(); j++) {
                Access access = accesses.get(j);
                ResourceTypeProfile type = isNamed(access) ? byKind.get(access.resourceKind()) : null;
                if (type == null) {
                    continue;
                }
                String pointer = "/services/" + i + "/accesses/" + j + "/resourceId";
                Set<String> on = services.computeIfAbsent(ref(access), ref -> others(order, store.uses(ref)));
                on.add(key);
                if (on.size() > type.servicesPerResource()) {
                    findings.add(full(type, pointer));
                }
                if (type.resourcesPerAccount() > 0 && isOneMore(order, access, type, resources)) {
                    findings.add(oneMore(type, pointer));
                }
            }
        }
        return findings;
    }

    private boolean isOneMore(Order order, Access access, ResourceTypeProfile type, Map<String, Set<ResourceRef>> resources) {
        Set<ResourceRef> used = resources.computeIfAbsent(type.kind(), kind -> store.usesOf(order.account(), kind).stream()
            .filter(use -> !use.orderId().equals(order.id())).map(ResourceUse::resource)
            .collect(Collectors.toCollection(HashSet::new)));
        return used.add(ref(access)) && used.size() > type.resourcesPerAccount();
    }

    private static Set<String> others(Order order, List<ResourceUse> uses) {
        return uses.stream().filter(use -> !use.orderId().equals(order.id())).map(ResourceUse::service)
            .collect(Collectors.toCollection(HashSet::new));
    }

    private static Finding full(ResourceTypeProfile type, String pointer) {
        int limit = type.servicesPerResource();
        return ServerFindings.block("resource-full", pointer,
            text("该" + type.name().zh() + "最多用于 " + limit + " 个服务，已无余量",
                type.name().en() + ": it carries " + limit + " service(s) at most, and others rest on it"),
            text("请选择其他云资源", "Choose another resource"));
    }

    private static Finding oneMore(ResourceTypeProfile type, String pointer) {
        int limit = type.resourcesPerAccount();
        return ServerFindings.block("resource-kind-limit", pointer,
            text("每个账号最多用 " + limit + " 个" + type.name().zh() + "备案",
                type.name().en() + ": an account files on " + limit + " at most"),
            text("请选择已用于备案的资源，或换用其他种类", "Choose the one that is in use, or another kind of resource"));
    }

    private static boolean isNamed(Access access) {
        return access.resourceKind() != null && access.resourceId() != null;
    }

    private static ResourceRef ref(Access access) {
        return new ResourceRef(access.resourceKind(), access.resourceId());
    }
}
