package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.security.Actor;

/** Lists imports. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "inventory-import-list", description = "Lists the last imports of resources and domains")
public class InventoryImportListCommand extends ReadCommand<List<Progress>> {

    private static final int MOST = 100;

    @Reference(optional = true)
    Imports imports;

    @Override
    List<Progress> read(Actor actor) throws CommandException {
        return need(imports, "Imports").list(MOST);
    }

    @Override
    void print(List<Progress> answer) {
        Table table = new Table("Id", "Kind", "By", "Records", "Stored", "Bad", "Removed", "Started", "Finished");
        answer.forEach(one -> table.row(one.content().id(), one.content().kind(), one.by(), one.lines(), one.stored(), one.bad(),
                one.removed(), Show.time(one.startedAt()), one.finishedAt() == null ? "no" : Show.time(one.finishedAt())));
        table.print(out, "No imports");
    }
}
