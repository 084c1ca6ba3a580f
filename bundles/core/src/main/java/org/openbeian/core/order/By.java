package org.openbeian.core.order;

import java.util.Set;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/**
 * Who moves an order now.
 *
 * @param actor the account, or null when it is the server or the authority
 * @param name what the history says
 * @param fixed the capacity when there is no account
 */
record By(Actor actor, String name, Who fixed) {

    static final By SERVER = new By(null, "system", Who.SERVER);

    static final By AUTHORITY = new By(null, "authority", Who.AUTHORITY);

    static By account(Actor actor) {
        return new By(actor, actor.account(), null);
    }

    boolean isOneOf(Set<Who> who, Order order) {
        return who.stream().anyMatch(one -> actor == null ? one == fixed : one.includes(actor, order));
    }

    boolean sees(Order order) {
        return actor == null || actor.isStaff() || actor.account().equals(order.account())
            || actor.delegated().containsKey(order.id());
    }
}
