package org.openbeian.core.order;

import org.openbeian.api.account.Delegations;
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
                : actor.may(Permission.FILE_ORDER) && (actor.account().equals(order.account())
                    || actor.holds(order.id(), Delegations.FILING_FULL));
        }
    },
    /** Whoever helps the applicant to fill in the order. */
    HELPER {
        @Override
        boolean includes(Actor actor, Order order) {
            return order == null ? actor.may(Permission.ASSIST_FILING)
                : actor.may(Permission.FILE_ORDER) && actor.holds(order.id(), Delegations.FILING_PREPARE);
        }
    },
    /** A specialist of the provider. */
    SPECIALIST {
        @Override
        boolean includes(Actor actor, Order order) {
            return actor.may(Permission.REVIEW_ORDER);
        }
    },
    /** The second specialist, without whom nothing is overridden. */
    APPROVER {
        @Override
        boolean includes(Actor actor, Order order) {
            return actor.may(Permission.APPROVE_OVERRIDE);
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
