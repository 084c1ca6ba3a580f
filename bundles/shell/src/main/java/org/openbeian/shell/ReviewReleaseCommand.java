package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Gives an order back to the queue. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-release", description = "Gives an order that you hold back to the queue")
public class ReviewReleaseCommand extends OrderChangeCommand {

    @Override
    String verb() {
        return "give back to the queue";
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.release(actor, id, version);
    }
}
