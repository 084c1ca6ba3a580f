package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Ends an override. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "override-revoke",
        description = "Takes back or turns down an override; the finding stops the order again")
public class OverrideRevokeCommand extends FindingCommand {

    @Option(name = "--reason", description = "Why; kept in the history", required = true)
    String reason;

    @Override
    String verb() {
        return "revoke the override of " + finding();
    }

    @Override
    void validate() throws CommandException {
        super.validate();
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) {
        return clearances.revoke(actor, id, version, rule, pointer, reason.strip());
    }
}
