package org.openbeian.core.order;

import java.util.List;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;

/** The refusals that several commands share. */
final class Refusals {

    private Refusals() {
    }

    static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "order-not-found", "There is no such order, or it is not yours.");
    }

    static Refusal forbidden(OrderEvent event) {
        return new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not cause " + event + "; it takes one of "
            + OrderLifeCycle.whoMay(event) + ".");
    }

    static Refusal stale(Order order) {
        return new Refusal(Kind.STALE, "order-changed", "The order is at version " + order.version()
            + " now; read it again and repeat the change.");
    }

    static Refusal wrongState(Order order, OrderEvent event) {
        return new Refusal(Kind.WRONG_STATE, "wrong-state", "An order in state " + order.state() + " does not allow "
            + event + ".");
    }

    static Refusal wrongState(String code, String message) {
        return new Refusal(Kind.WRONG_STATE, code, message);
    }

    static Refusal invalid(String code, String message) {
        return new Refusal(Kind.INVALID, code, message);
    }

    static Refusal invalid(String code, String message, List<Finding> findings) {
        return new Refusal(Kind.INVALID, code, message, findings);
    }
}
