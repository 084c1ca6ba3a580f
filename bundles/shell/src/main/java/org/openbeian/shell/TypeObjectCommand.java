package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Objects to the type that was proposed for an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "type-object", description = "Objects to the filing type that was proposed for an order")
public class TypeObjectCommand extends OrderChangeCommand {

    @Option(name = "--reason", description = "Why the order's type fits; kept in the history", required = true)
    String reason;

    @Reference(optional = true)
    FilingTypes types;

    @Override
    String verb() {
        return "object to the proposed type of";
    }

    @Override
    void validate() throws CommandException {
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return need(types, "FilingTypes").objectToType(actor, id, version, reason.strip());
    }
}
