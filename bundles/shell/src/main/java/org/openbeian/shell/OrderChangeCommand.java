package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;

/** A change of one order, in the version that was announced: another change in between makes it fail, not slip in. */
abstract class OrderChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    Orders orders;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(OrderIdCompleter.class)
    String id;

    private long version;

    /** What is going to happen, as the middle of a sentence: {@code pass}, {@code return}. */
    abstract String verb();

    /** Checks what was typed, before anything is announced. */
    void validate() throws CommandException {
    }

    /** Changes the order. */
    abstract Order change(Actor actor, long announcedVersion) throws CommandException;

    @Override
    final String plan(Actor actor) throws CommandException {
        validate();
        Order order = need(orders, "Orders").get(actor, id);
        version = order.version();
        return "Will " + verb() + " order " + id + " (" + Show.state(order.state()) + ", version " + version + ").";
    }

    @Override
    final String change(Actor actor) throws CommandException {
        Order order = change(actor, version);
        return "Done: order " + id + " is now " + Show.state(order.state()) + ", version " + order.version() + ".";
    }
}
