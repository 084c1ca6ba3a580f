package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.PersonSearch;
import org.openbeian.api.security.Actor;

/** Finds orders by an encrypted number, which is asked for, so that it stays out of the shell's history. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-find", description = "Finds handed-in orders in which a person or the organizer has a"
        + " certificate or phone number, which it asks for; who searched and why is kept in the audit, the number is not")
public class OrderFindCommand extends ReadCommand<List<OrderSummary>> {

    @Reference(optional = true)
    PersonSearch search;

    @Reference(optional = true)
    Session session;

    @Option(name = "--phone", description = "Look for a phone number instead of the number of a certificate")
    boolean phone;

    @Option(name = "--reason", description = "Why you need it, in at least four characters", required = true)
    String reason;

    @Override
    List<OrderSummary> read(Actor actor) throws CommandException {
        String number = Ask.value(session, phone ? "Phone number" : "Certificate number", null, "use POST /api/v1/orders/search");
        return need(search, "PersonSearch").find(actor, phone ? BlindIndex.Kind.PHONE : BlindIndex.Kind.CERTIFICATE_NUMBER, number,
                Input.text("--reason", reason));
    }

    @Override
    void print(List<OrderSummary> answer) {
        OrderListCommand.table(answer).print(out, "No handed-in order names this number");
    }
}
