package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Proposes an override. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "override-propose",
        description = "Proposes to override a finding that stops an order; another specialist must approve it")
public class OverrideProposeCommand extends FindingCommand {

    @Option(name = "--reason", description = "Why the order may go on all the same; kept in the history", required = true)
    String reason;

    @Override
    String verb() {
        return "propose to override " + finding();
    }

    @Override
    void validate() throws CommandException {
        super.validate();
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) {
        return clearances.propose(actor, id, version, rule, pointer, reason.strip());
    }
}
