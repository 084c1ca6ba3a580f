package org.openbeian.store.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;

/**
 * The domains that orders hold, and the filed organizers that they are about: from its submission on until it is final an order
 * holds what it asks for. While its forms are open again it keeps what it held, and takes what it asks for instead when it is
 * submitted anew. Of two orders that are submitted for one thing at the same moment the later one is run again, and finds the
 * other. Thread-safe.
 */
final class HeldDomains {

    private final Database database;

    HeldDomains(Database database) {
        this.database = database;
    }

    /**
     * Lets go and takes what an order does from now on, in the transaction that stores it.
     *
     * @param before the order as it was, or null when it is new
     */
    void follow(Order before, Order order) {
        if (before != null && before.state() == order.state() && before.application() == order.application()) {
            return;
        }
        if (before != null && isUnderWay(before)) {
            Set<String> dropped = new TreeSet<>(keys(before));
            if (isUnderWay(order)) {
                dropped.removeAll(keys(order));
            }
            drop(order.id(), dropped);
            if (order.state().isFinal() && order.type() == FilingType.FIRST) {
                database.update("delete from held_domain where order_id = ? and domain like '%:%'", order.id());
            }
        }
        if (takes(order) && (before == null || !takes(before) || before.application() != order.application())) {
            Set<String> taken = new TreeSet<>(keys(order));
            taken.forEach(domain -> take(order.id(), domain));
            GateChanges.add(database, taken);
        }
        noteApps(before, order);
    }

    /** An APP is held by nobody, but the gate knows it while an order that brings it is under way. */
    private void noteApps(Order before, Order order) {
        Set<String> known = before != null && isUnderWay(before) ? GateChanges.apps(before) : Set.of();
        Set<String> now = isUnderWay(order) ? GateChanges.apps(order) : Set.of();
        if (!known.equals(now)) {
            Set<String> changed = new TreeSet<>(known);
            changed.addAll(now);
            GateChanges.add(database, changed);
        }
    }

    /** What an order holds: its domains, and the organizer that it is about. */
    private static Set<String> keys(Order order) {
        Set<String> keys = new TreeSet<>(OrderColumns.domains(order));
        Basis basis = order.application().basis();
        if (basis != null && basis.organizerNumber() != null) {
            keys.add(organizer(basis.organizerNumber()));
        }
        return keys;
    }

    /** Takes a key of which an order has one of a kind. */
    void hold(String orderId, String key) {
        String kind = key.substring(0, key.indexOf(':') + 1);
        database.update("delete from held_domain where order_id = ? and domain like ? and domain <> ?", orderId, kind + "%", key);
        take(orderId, key);
    }

    /** The key of an organizer; no domain holds a colon. */
    static String organizer(String number) {
        return "organizer:" + number;
    }

    private void drop(String orderId, Collection<String> domains) {
        domains.forEach(domain -> database.update("delete from held_domain where domain = ? and order_id = ?", domain, orderId));
        GateChanges.add(database, domains);
    }

    private void take(String orderId, String domain) {
        if (!database.insertUnlessThere("insert into held_domain (domain, order_id) values (?, ?)", domain, orderId)
                && !database.query("select order_id from held_domain where domain = ?", row -> row.getString(1), domain)
                    .contains(orderId)) {
            throw new Failures.Conflict(new SQLException("another order holds a domain of " + orderId, "23505"));
        }
    }

    private static boolean isUnderWay(Order order) {
        return order.state() != OrderState.DRAFT && !order.state().isFinal();
    }

    private static boolean takes(Order order) {
        return isUnderWay(order) && !order.state().isEditable();
    }
}
