package org.openbeian.store.jdbc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.order.Order;
import org.openbeian.core.register.ServiceKeys;

/** The resources that the services of orders name. Thread-safe. */
final class NamedResources {

    private final Database database;

    NamedResources(Database database) {
        this.database = database;
    }

    /** A resource and the service on it. */
    private record Named(String kind, String id, String service) {
    }

    /**
     * Stores what an order names, in the transaction that stores it.
     *
     * @param before the order as it was, or null when it is new
     */
    void follow(Order before, Order order) {
        if (before != null && before.application() == order.application()) {
            return;
        }
        Set<Named> named = of(order);
        if (before != null && of(before).equals(named)) {
            return;
        }
        if (before != null) {
            database.update("delete from order_resource where order_id = ?", order.id());
        }
        if (!named.isEmpty()) {
            database.batch("insert into order_resource (kind, resource_id, order_id, service_key) values (?, ?, ?, ?)",
                named.stream().map(one -> new Object[] {one.kind(), one.id(), order.id(), one.service()}).toList());
        }
    }

    private static Set<Named> of(Order order) {
        Set<Named> all = new LinkedHashSet<>();
        List<InternetService> services = order.application().services();
        for (int i = 0; i < services.size(); i++) {
            String key = ServiceKeys.of(services.get(i));
            for (Access access : services.get(i).accesses()) {
                if (access.resourceKind() != null && access.resourceId() != null) {
                    all.add(new Named(Rows.cut(access.resourceKind(), 100), Rows.cut(access.resourceId(), 200),
                        key == null ? "#" + i : Rows.cut(key, 500)));
                }
            }
        }
        return all;
    }
}
