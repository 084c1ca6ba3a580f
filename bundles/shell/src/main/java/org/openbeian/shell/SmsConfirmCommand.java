package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;

/** Records that the SMS verification is complete. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "sms-confirm",
        description = "Records, audited, that the SMS verification of an order is complete")
public class SmsConfirmCommand extends OrderChangeCommand {

    @Option(name = "--reason", description = "How you know it; kept in the history", required = true)
    String reason;

    @Override
    String verb() {
        return "record the SMS verification as complete for";
    }

    @Override
    void validate() throws CommandException {
        Input.text("--reason", reason);
    }

    @Override
    Order change(Actor actor, long version) {
        return orders.confirmSms(actor, id, version, reason.strip());
    }
}
