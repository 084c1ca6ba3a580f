package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.core.identifier.IpAddress;
import org.openbeian.core.register.ServiceKeys;

/** Counts the websites on public addresses, for the kinds of resources whose addresses carry so many at most. */
final class SitesPerAddress {

    private final ResourceStore store;
    private final Function<String, Optional<Order>> orders;

    SitesPerAddress(ResourceStore store, Function<String, Optional<Order>> orders) {
        this.store = store;
        this.orders = orders;
    }

    /** A finding for each access of a website one of whose addresses cannot carry it. */
    List<Finding> full(Order order, List<ResourceTypeProfile> types, List<ResourceFacts> facts) {
        Map<String, Integer> limits = types.stream().filter(type -> type.sitesPerAddress() > 0)
            .collect(Collectors.toMap(ResourceTypeProfile::kind, ResourceTypeProfile::sitesPerAddress, Math::min));
        List<Finding> findings = new ArrayList<>();
        Map<String, Set<String>> sites = new HashMap<>();
        List<InternetService> services = limits.isEmpty() ? List.of() : order.application().services();
        for (int i = 0; i < services.size(); i++) {
            String key = ServiceKeys.of(services.get(i)) == null ? "#" + i : ServiceKeys.of(services.get(i));
            List<Access> accesses = services.get(i) instanceof WebSite ? services.get(i).accesses() : List.of();
            for (int j = 0; j < accesses.size(); j++) {
                Access access = accesses.get(j);
                Optional<ResourceFacts> resource = facts.stream().filter(one -> one.kind().equals(access.resourceKind())
                    && one.id().equals(access.resourceId())).findFirst();
                int limit = resource.map(one -> limit(one, limits)).orElse(Integer.MAX_VALUE);
                if (limit < Integer.MAX_VALUE) {
                    String pointer = "/services/" + i + "/accesses/" + j + (access.ips().isEmpty() ? "/resourceId" : "/ips");
                    addresses(access, resource.get()).filter(ip -> {
                        Set<String> on = sites.computeIfAbsent(ip, at -> others(order, at));
                        on.add(key);
                        return on.size() > limit;
                    }).forEach(ip -> findings.add(full(ip, limit, pointer)));
                }
            }
        }
        return findings;
    }

    /** The least of the limits for its kind and for those that it rests on: their addresses are its own. */
    private static int limit(ResourceFacts resource, Map<String, Integer> limits) {
        return Stream.concat(Stream.of(resource.kind()), resource.restsOn().stream().map(ResourceRef::kind))
            .mapToInt(kind -> limits.getOrDefault(kind, Integer.MAX_VALUE)).min().orElseThrow();
    }

    private static Stream<String> addresses(Access access, ResourceFacts resource) {
        return (access.ips().isEmpty() ? resource.ips() : access.ips()).stream().map(IpAddress::canonical).distinct();
    }

    private Set<String> others(Order order, String ip) {
        return store.atAddress(ip).stream().flatMap(resource -> store.uses(resource).stream())
            .filter(use -> !use.orderId().equals(order.id()) && serves(use, ip)).map(ResourceUse::service)
            .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether a website is served at the address: all addresses of its resource serve it unless it names some. */
    private boolean serves(ResourceUse use, String ip) {
        List<InternetService> services = orders.apply(use.orderId()).map(order -> order.application().services()).orElse(List.of());
        return IntStream.range(0, services.size()).filter(i -> use.service().equals(ServiceKeys.of(services.get(i))))
            .mapToObj(services::get).allMatch(service -> service instanceof WebSite && service.accesses().stream()
                .filter(access -> use.resource().equals(new ResourceRef(access.resourceKind(), access.resourceId())))
                .anyMatch(access -> access.ips().isEmpty() || access.ips().stream().map(IpAddress::canonical).anyMatch(ip::equals)));
    }

    private static Finding full(String ip, int limit, String pointer) {
        return ServerFindings.block("address-full", pointer,
            text("IP 地址 " + ip + " 最多用于 " + limit + " 个网站，已无余量",
                "The address " + ip + " carries " + limit + " website(s) at most, and others are served there"),
            text("请改用其他 IP 地址或其他云资源", "Name another address, or another resource"));
    }
}
