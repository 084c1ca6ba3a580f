package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Takes the filing password of an order; it is asked for, so that it stays out of the shell's history. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-password",
        description = "Asks for the filing password that an order hands on to the authority, and seals it")
public class OrderPasswordCommand extends OrderChangeCommand {

    @Reference(optional = true)
    FilingTypes types;

    @Reference(optional = true)
    Session session;

    @Override
    String verb() {
        return "take the filing password for";
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        String password = Ask.value(session, "Filing password", '*', "give it over REST");
        return need(types, "FilingTypes").givePassword(actor, id, version, password);
    }
}
