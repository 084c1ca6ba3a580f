package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklists;
import org.openbeian.api.security.Actor;

/** Shows what a case needs. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-checklist", description = "Shows what a case needs and how far each item is")
public class OrderChecklistCommand extends ReadCommand<Checklist> {

    @Reference(optional = true)
    Checklists checklists;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(OrderIdCompleter.class)
    String id;

    @Override
    Checklist read(Actor actor) throws CommandException {
        return need(checklists, "Checklists (feature openbeian-guidance)").of(actor, id);
    }

    @Override
    void print(Checklist answer) {
        Table table = new Table("Stage", "State", "Kind", "Id", "Where", "Due", "What");
        answer.items().forEach(item -> table.row(item.stage(), item.state(), item.kind(), item.id(), item.pointer(),
                Show.time(item.due()), Show.text(item.text()) + (item.comesWith() == null ? "" : " ← " + Show.text(item.comesWith()))));
        table.print(out, "Nothing is needed");
        out.println(answer.complete() ? "Complete: nothing blocks the submission." : "Not complete yet.");
    }
}
