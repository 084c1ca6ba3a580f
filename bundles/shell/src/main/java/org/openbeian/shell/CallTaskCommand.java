package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.CallTask;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.security.Actor;

/** Shows the script and checklist of a call. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "call-task", description = "Shows the script and the checklist for the call about an order")
public class CallTaskCommand extends OrderReadCommand<CallTask> {

    @Reference(optional = true)
    ReviewDesk desk;

    @Override
    CallTask read(Actor actor) throws CommandException {
        return need(desk, "ReviewDesk").callTask(actor, id);
    }

    @Override
    void print(CallTask task) {
        out.println("Phone " + task.principal() + "; calls so far: " + task.calls().size() + ", misses left: " + task.missesLeft()
                + (task.next() == null ? "" : ", next call " + Show.time(task.next())) + "; script " + task.version());
        task.script().forEach(step -> out.println("- " + Show.text(step.text())));
        Table table = new Table("Item", "What", "Entered");
        task.items().forEach(item -> table.row(item.pointer(), Show.text(item.text()), item.value()));
        table.print(out, "Nothing is entered yet");
    }
}
