package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ContactCodes.Sent;
import org.openbeian.api.order.MobileChecks;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.security.Actor;

/** Sends a code to the mobile of a person in charge (T-30). */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "mobile-code", description = "Sends a code to the mobile that an order names for a person in charge;"
        + " take it with beian:mobile-confirm")
public class MobileCodeCommand extends ChangeCommand {

    @Reference(optional = true)
    Orders orders;

    @Reference(optional = true)
    MobileChecks mobiles;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(OrderIdCompleter.class)
    String id;

    @Argument(index = 1, name = "person", description = "JSON pointer to the person, such as /organizer/principal", required = true)
    String person;

    @Override
    String plan(Actor actor) throws CommandException {
        need(mobiles, "MobileChecks");
        Order order = need(orders, "Orders").get(actor, id);
        return "Will send a code to the mobile of " + person + " of order " + order.id() + " (" + Show.state(order.state()) + ").";
    }

    @Override
    String change(Actor actor) {
        Sent sent = mobiles.send(actor, id, person);
        return "Done: a code is on its way to " + sent.address() + ", good until " + Show.time(sent.expiresAt()) + " and "
                + sent.tries() + " wrong tries.";
    }
}
