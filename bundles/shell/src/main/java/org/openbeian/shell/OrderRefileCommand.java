package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;

/** Files an order anew whose SMS verification was missed too often. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-refile",
        description = "Starts a new draft with the data of an order of one's own that must be filed anew")
public class OrderRefileCommand extends ChangeCommand {

    @Reference(optional = true)
    Orders orders;

    @Reference(optional = true)
    FilingTypes types;

    @Argument(index = 0, name = "order", description = "Id of the order that ended", required = true)
    @Completion(OrderIdCompleter.class)
    String id;

    @Override
    String plan(Actor actor) throws CommandException {
        Order order = need(orders, "Orders").get(actor, id);
        return "Will start a draft of type " + order.type() + " with the data of order " + id + " (" + Show.state(order.state())
                + "); its materials are uploaded again.";
    }

    @Override
    String change(Actor actor) throws CommandException {
        Order order = need(types, "FilingTypes").refile(actor, id);
        return "Done: order " + order.id() + " is now " + Show.state(order.state()) + ", version " + order.version() + ".";
    }
}
