package org.openbeian.core.order;

import java.util.List;
import java.util.Set;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;

/**
 * A row of the life-cycle table.
 *
 * @param from the states in which it applies; empty for the first event of an order
 * @param event what happens
 * @param when which way the event takes
 * @param to the state after, or null when the state stays
 * @param who who may cause it
 * @param due deadline of the state after
 * @param messages ids of the messages to send, in order
 * @param uploads whether the order is to be sent to the authority
 */
record Move(Set<OrderState> from, OrderEvent event, Case when, OrderState to, Set<Who> who, Deadline due,
        List<String> messages, boolean uploads) {

    Move due(Deadline deadline) {
        return new Move(from, event, when, to, who, deadline, messages, uploads);
    }

    Move tell(String... ids) {
        return new Move(from, event, when, to, who, due, List.of(ids), uploads);
    }

    Move upload() {
        return new Move(from, event, when, to, who, due, messages, true);
    }
}
