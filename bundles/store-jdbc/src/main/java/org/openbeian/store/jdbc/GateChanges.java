package org.openbeian.store.jdbc;

import java.util.Collection;
import java.util.Locale;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;

/** Tells the gate which keys changed, in the transaction that changes them. */
final class GateChanges {

    private GateChanges() {
    }

    /** The key of an APP; other services have keys that nobody asks for. */
    static String app(String number) {
        return "app:" + number.toLowerCase(Locale.ROOT);
    }

    /** How a service stands for the gate: served here when an access here is left, or none is known at all. */
    static GateState state(ServiceEntry entry) {
        return switch (entry.state()) {
            case BLOCKED -> GateState.BLACKLISTED;
            case ACTIVE, RECTIFY_REQUIRED -> entry.accessedHere() ? GateState.FILED : GateState.ACCESS_CANCELLED;
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
            database.insert("insert into gate_change (gate_key)", keys.stream().map(key -> new Object[] {key}).toList(), "");
        }
    }
}
