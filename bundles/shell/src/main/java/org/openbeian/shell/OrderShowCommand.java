package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;

/** Shows one order. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-show", description = "Shows one order: where it stands, what was entered (masked), its materials")
public class OrderShowCommand extends OrderReadCommand<Order> {

    @Override
    Order read(Actor actor) throws CommandException {
        return need(orders, "Orders").get(actor, id);
    }

    @Override
    void print(Order order) {
        line("Order", order.id() + ", version " + order.version() + ", " + order.type());
        line("State", Show.state(order.state()) + " since " + Show.time(order.progress().since()));
        line("Due", Show.time(order.progress().due()));
        Waiting waiting = order.progress().waiting();
        line("Waiting", waiting == null ? "" : waiting.reason() + " (" + waiting.subject() + ") since "
                + Show.time(waiting.since()) + ": " + Show.text(waiting.text()));
        line("Account", order.account());
        line("Created", Show.time(order.createdAt()));
        line("Changed", Show.time(order.updatedAt()));
        line("Claimed by", order.review().claimedBy());
        order.review().calls().forEach(call -> line("Call", Show.time(call.at()) + " by " + call.specialist()
                + (call.answered() ? ", answered" : ", missed")));
        order.review().reasons().forEach(reason -> line("Return reason", reason.code() + " at " + reason.pointer() + ": "
                + Show.text(reason.text()) + "; mend: " + Show.text(reason.mend())));
        order.review().clearances().forEach(clearance -> line(clearance.severity() == Severity.ASK ? "Enquiry" : "Override",
                Show.clearance(clearance)));
        printHandover(order.handover());
        if (order.grant() != null) {
            line("Granted", order.grant().organizerNumber() + " " + order.grant().serviceNumbers());
        }
        order.materials().forEach(material -> line("Material", material.type() + " for " + material.subject() + ", "
                + material.size() + " bytes, " + material.width() + "x" + material.height() + ", id " + material.id()));
        Json.lines(order).stream().filter(line -> line.startsWith("/application/"))
                .forEach(line -> line("Entered", line.substring("/application".length())));
    }

    private void printHandover(Handover handover) {
        if (handover.submissionNo() != 0) {
            line("Submission", handover.submissionNo() + ", taken " + Show.time(handover.acceptedAt()) + ", SMS code until "
                    + Show.time(handover.smsDue()) + ", results fetched " + Show.time(handover.resultsFetchedAt()));
            line("By account of", handover.authorityId());
            line("Opinion", handover.opinion());
        }
    }

    private void line(String label, String value) {
        if (value != null && !value.isEmpty()) {
            out.println(String.format("%-14s %s", label, value));
        }
    }
}
