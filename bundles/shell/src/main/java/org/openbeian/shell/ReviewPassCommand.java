package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Passes an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-pass", description = "Passes an order to the authority; needs a logged call that was answered")
public class ReviewPassCommand extends OrderChangeCommand {

    @Override
    String verb() {
        return "pass to the authority";
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.pass(actor, id, version);
    }
}
