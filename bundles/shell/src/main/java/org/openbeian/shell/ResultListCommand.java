package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** Lists result files that could not be applied. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "result-list",
        description = "Lists result files of authorities that could not be applied and keep orders from being sent again")
public class ResultListCommand extends ReadCommand<List<OpenResult>> {

    @Reference(optional = true)
    Lanes lanes;

    @Override
    List<OpenResult> read(Actor actor) throws CommandException {
        return need(lanes, "Lanes").openResults();
    }

    @Override
    void print(List<OpenResult> answer) {
        Table table = new Table("Authority", "File", "Received", "Why");
        answer.forEach(file -> table.row(file.authorityId(), file.name(), Show.time(file.receivedAt()), file.reason()));
        table.print(out, "Every result file was applied");
    }
}
