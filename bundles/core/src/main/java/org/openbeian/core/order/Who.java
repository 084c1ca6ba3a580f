package org.openbeian.core.order;

import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** In which capacity somebody moves an order. */
enum Who {
    /** The applicant whose order it is. */
    OWNER {
        @Override
        boolean includes(Actor actor, Order order) {
            return order == null ? actor.may(Permission.START_ORDER)
                : actor.may(Permission.FILE_ORDER) && actor.account().equals(order.account());
        }
    },
    /** A specialist of the provider. */
    SPECIALIST {
        @Override
        boolean includes(Actor actor, Order order) {
            return actor.may(Permission.REVIEW_ORDER);
        }
    },
    /** Whoever runs the server. */
    OPERATOR {
        @Override
        boolean includes(Actor actor, Order order) {
            return actor.may(Permission.MEND_ORDER);
        }
    },
    /** The server by itself: a deadline, or a plugin that is back. */
    SERVER,
    /** The authority, through its result files. */
    AUTHORITY;

    /** Whether an account acts in this capacity; never for the last two. */
    boolean includes(Actor actor, Order order) {
        return false;
    }
}
