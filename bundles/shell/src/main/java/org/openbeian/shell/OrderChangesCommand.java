package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.FieldChange;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.security.Actor;

/** Shows old and new of an order that changes what is on record. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-changes",
        description = "Shows what an order changes of what is on record: each place with its old and its new value")
public class OrderChangesCommand extends OrderReadCommand<List<FieldChange>> {

    @Reference(optional = true)
    FilingTypes types;

    @Override
    List<FieldChange> read(Actor actor) throws CommandException {
        return need(types, "FilingTypes").changes(actor, id);
    }

    @Override
    void print(List<FieldChange> changes) {
        Table table = new Table("Where", "On record", "Asked for");
        changes.forEach(change -> table.row(change.pointer(), Show.or(change.before()), Show.or(change.after())));
        table.print(out, "Nothing differs from what is on record here");
    }
}
