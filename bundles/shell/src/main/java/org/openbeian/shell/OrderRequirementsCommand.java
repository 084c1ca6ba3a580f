package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.security.Actor;

/** Shows what an order still needs. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-requirements",
        description = "Shows what an order needs from its applicant: now, later, overdue")
public class OrderRequirementsCommand extends OrderReadCommand<Requirements> {

    @Override
    Requirements read(Actor actor) throws CommandException {
        return need(orders, "Orders").requirements(actor, id);
    }

    @Override
    void print(Requirements answer) {
        Table table = new Table("When", "Kind", "Id", "Where", "Step", "Due", "Blocking", "What");
        answer.missing().forEach(missing -> table.row(missing.when(), missing.kind(), missing.id(), missing.pointer(),
                missing.step(), Show.time(missing.due()), missing.blocking() ? "yes" : "no", Show.text(missing.text())));
        table.print(out, "Nothing is missing");
        answer.findings().forEach(finding -> out.println(Show.finding(finding)));
        out.println(answer.complete() ? "Complete: nothing blocks the submission." : "Not complete yet.");
    }
}
