package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Gives an order up. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-withdraw",
        description = "Gives an order up for good; possible until the authority has taken it")
public class OrderWithdrawCommand extends OrderChangeCommand {

    @Option(name = "--reason", description = "Why; kept in the history", required = true)
    String reason;

    @Override
    String verb() {
        return "give up, for good,";
    }

    @Override
    void validate() throws CommandException {
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.withdraw(actor, id, version, reason.strip());
    }
}
