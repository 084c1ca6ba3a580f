package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.authority.CodeTables;
import org.openbeian.api.authority.ResultCode;
import org.openbeian.api.security.Actor;

/** Lists the result codes of the interface. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "result-codes", description = "Lists the result codes of the ministry's interface: what follows, who is"
        + " told, and how it is mended")
public class ResultCodesCommand extends ReadCommand<List<ResultCode>> {

    @Reference(optional = true)
    CodeTables tables;

    @Override
    List<ResultCode> read(Actor actor) throws CommandException {
        return need(tables, "CodeTables").results(actor);
    }

    @Override
    void print(List<ResultCode> answer) {
        Table table = new Table("Code", "Outcome", "Told", "How to mend it");
        answer.forEach(row -> table.row(row.code(), row.outcome(), row.mender(), Show.text(row.mend())));
        table.print(out, "No codes");
    }
}
