package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Clears up an enquiry. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "review-clear",
        description = "Clears up what a rule asks about an order in pre-review; without it the order cannot be passed")
public class ReviewClearCommand extends FindingCommand {

    @Option(name = "--reason", description = "What was found out; kept in the history", required = true)
    String reason;

    @Override
    String verb() {
        return "clear up " + finding();
    }

    @Override
    void validate() throws CommandException {
        super.validate();
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) {
        return clearances.clear(actor, id, version, rule, pointer, reason.strip());
    }
}
