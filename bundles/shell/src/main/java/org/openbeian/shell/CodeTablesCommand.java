package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.authority.CodeTable;
import org.openbeian.api.authority.CodeTables;
import org.openbeian.api.security.Actor;

/** Shows the code tables of an authority. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "code-tables", description = "Lists the code tables that an authority published, or the rows of one")
public class CodeTablesCommand extends ReadCommand<List<CodeTable>> {

    @Reference(optional = true)
    CodeTables tables;

    @Argument(index = 0, name = "authority", description = "Id of the authority, such as 440000", required = true)
    String authority;

    @Argument(index = 1, name = "table", description = "The ministry's name of a table, such as Dwxz_dms")
    String table;

    @Override
    List<CodeTable> read(Actor actor) throws CommandException {
        CodeTables found = need(tables, "CodeTables");
        return table == null ? found.list(actor, authority) : List.of(found.get(actor, authority, table, 0));
    }

    @Override
    void print(List<CodeTable> answer) {
        if (table == null) {
            Table lines = new Table("Table", "Version", "Received", "Rows", "Valid");
            answer.forEach(one -> lines.row(one.name(), one.version(), Show.time(one.receivedAt()), one.rows().size(),
                    one.rows().stream().filter(CodeTable.Row::valid).count()));
            lines.print(out, "The authority published no code table; every code of the interface is sent");
            return;
        }
        Table rows = new Table("Code", "Also", "Name", "Valid");
        answer.get(0).rows().forEach(row -> rows.row(row.id(), row.mapped() == null ? "" : row.mapped(), row.name(),
                row.valid() ? "yes" : "no"));
        rows.print(out, "No rows");
    }
}
