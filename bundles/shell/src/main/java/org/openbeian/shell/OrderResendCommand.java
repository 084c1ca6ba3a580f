package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Sends an order to the authority again. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-resend",
        description = "Sends an order whose SMS verification failed to the authority again, unchanged")
public class OrderResendCommand extends OrderChangeCommand {

    @Option(name = "--reason", description = "Why; kept in the history", required = true)
    String reason;

    @Override
    String verb() {
        return "send to the authority again, unchanged,";
    }

    @Override
    void validate() throws CommandException {
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.resend(actor, id, version, reason.strip());
    }
}
