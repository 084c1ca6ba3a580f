package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.CaseView;
import org.openbeian.api.order.CaseViews;
import org.openbeian.api.security.Actor;

/** Shows where a case stands. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-case",
        description = "Shows where a case stands: domain, forms, pre-review, authority, public security")
public class OrderCaseCommand extends OrderReadCommand<CaseView> {

    @Reference(optional = true)
    CaseViews cases;

    @Override
    CaseView read(Actor actor) throws CommandException {
        return need(cases, "CaseViews").of(actor, id);
    }

    @Override
    void print(CaseView view) {
        Table table = new Table("Stage", "Status", "Due", "Detail", "Name");
        view.stages().forEach(stage -> table.row(stage.id(), stage.status(), Show.time(stage.due()), stage.detail(),
                Show.text(stage.name())));
        table.print(out, "No stage");
        out.println("Order " + view.orderId() + " is " + Show.state(view.state())
                + (view.position() == null ? "." : "; now: " + view.position() + "."));
    }
}
