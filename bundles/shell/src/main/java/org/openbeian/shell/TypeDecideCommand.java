package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Decides on an objection to the type of an order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "type-decide", description = "Decides on an objection to the filing type proposed for an order")
public class TypeDecideCommand extends OrderChangeCommand {

    @Argument(index = 1, name = "decision", description = "accept or refuse", required = true)
    @Completion(value = StringsCompleter.class, values = {"accept", "refuse"})
    String decision;

    @Option(name = "--reason", description = "Why; kept in the history", required = true)
    String reason;

    @Reference(optional = true)
    FilingTypes types;

    @Override
    String verb() {
        return decision + " the objection to the type of";
    }

    @Override
    void validate() throws CommandException {
        Input.text("--reason", reason);
        if (!decision.equals("accept") && !decision.equals("refuse")) {
            throw new CommandException("The decision is accept or refuse, not '" + decision + "'.");
        }
    }

    @Override
    Order change(Actor actor, long version) throws CommandException {
        return need(types, "FilingTypes").decideType(actor, id, version, decision.equals("accept"), reason.strip());
    }
}
