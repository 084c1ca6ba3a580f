package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Takes an order in pre-review. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-claim", description = "Takes an order in pre-review, so that nobody else works on it")
public class ReviewClaimCommand extends OrderChangeCommand {

    @Override
    String verb() {
        return "take";
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.claim(actor, id, version);
    }
}
