package org.openbeian.store.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.model.App;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.core.register.ServiceKeys;

/** Tells the gate which keys changed, in the transaction that changes them. */
final class GateChanges {

    /** What the keys of APPs begin with. */
    static final String APP = "app:";

    private static final int KEY_MOST = 500;

    private GateChanges() {
    }

    /** The key of an APP. */
    static String app(String number) {
        return APP + number.toLowerCase(Locale.ROOT);
    }

    /**
     * The keys of the APPs that an order brings, by which the gate knows them before they have numbers (E-21, Q-37); none of an order
     * about what is filed here, whose APPs are asked for by number.
     */
    static Set<String> apps(Order order) {
        return order == null || !List.of(FilingType.FIRST, FilingType.NEW_SERVICE, FilingType.ACCESS).contains(order.type()) ? Set.of()
            : order.application().services().stream().filter(App.class::isInstance).map(ServiceKeys::of).filter(Objects::nonNull)
                .map(key -> Rows.cut(key, KEY_MOST)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How a service stands for the gate: served here when an access here is left, or none is known at all. */
    static GateState state(ServiceEntry entry) {
        return switch (entry.state()) {
            case BLOCKED -> GateState.BLACKLISTED;
            case ACTIVE, CHANGE_PENDING, RECTIFY_REQUIRED -> entry.accessedHere() ? GateState.FILED : GateState.ACCESS_CANCELLED;
            case ACCESS_CANCELLED -> GateState.ACCESS_CANCELLED;
            case CANCELLED -> GateState.CANCELLED;
        };
    }

    /** Remembers the domains of a cancelled service until somebody files them again. */
    static void noteCancelled(Database database, ServiceEntry entry) {
        for (String domain : entry.domains()) {
            if (entry.state() == ServiceState.CANCELLED) {
                database.insertUnlessThere("insert into cancelled_domain (domain) values (?)", domain);
            }
        }
    }

    static void add(Database database, Collection<String> keys) {
        if (!keys.isEmpty()) {
            CopyRows.load(database, "gate_change (gate_key)", keys.stream().map(key -> new Object[] {key}).toList());
        }
    }
}
