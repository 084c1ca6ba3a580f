package org.openbeian.core.order;

import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Waiting;

/**
 * What a command decided: the order as it shall be, but for its state, version and times, which the life cycle sets.
 *
 * @param order the order
 * @param when which way the event takes
 * @param waiting the mark WAITING afterwards, or null
 * @param reason why, for the history, or null
 * @param details facts for the history, without personal data
 */
record Change(Order order, Case when, Waiting waiting, String reason, Map<String, String> details) {

    static Change of(Order order) {
        return new Change(order, Case.USUAL, null, null, Map.of());
    }

    Change order(Order other) {
        return new Change(other, when, waiting, reason, details);
    }

    Change when(Case way) {
        return new Change(order, way, waiting, reason, details);
    }

    Change waiting(Waiting mark) {
        return new Change(order, Case.PLUGIN_AWAY, mark, reason, details);
    }

    Change because(String why) {
        return new Change(order, when, waiting, why, details);
    }

    Change with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, String.valueOf(value));
        return new Change(order, when, waiting, reason, more);
    }
}
