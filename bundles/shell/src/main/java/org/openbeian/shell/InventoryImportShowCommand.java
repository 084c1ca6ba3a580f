package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.imports.Imports.BadLine;
import org.openbeian.api.imports.Imports.Progress;
import org.openbeian.api.security.Actor;
import org.openbeian.shell.InventoryImportShowCommand.Shown;

/** Shows an import. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "inventory-import-show", description = "Shows how far an import is, and its bad lines with the reasons")
public class InventoryImportShowCommand extends ReadCommand<Shown> {

    @Reference(optional = true)
    Imports imports;

    @Option(name = "--after", description = "Number of the line to begin after")
    long after;

    @Option(name = "--limit", description = "How many bad lines at most")
    int limit = 100;

    @Argument(index = 0, name = "id", description = "Name of the import", required = true)
    @Completion(ImportIdCompleter.class)
    String id;

    /**
     * An import and some of its bad lines.
     *
     * @param progress how far it is
     * @param badLines bad lines
     */
    record Shown(Progress progress, List<BadLine> badLines) {
    }

    @Override
    Shown read(Actor actor) throws CommandException {
        Input.range("--limit", limit, 1, 10_000);
        Progress progress = need(imports, "Imports").find(id)
                .orElseThrow(() -> new CommandException("There is no import '" + id + "'; beian:inventory-import-list shows them."));
        return new Shown(progress, imports.badLines(id, after, limit));
    }

    @Override
    void print(Shown answer) {
        Progress one = answer.progress();
        out.println("Import " + id + " of " + one.content().kind() + " by " + one.by() + ": " + one.lines() + " records, " + one.stored()
                + " stored, " + one.bad() + " bad, " + one.removed() + " removed; "
                + (one.finishedAt() == null ? "not at the end, last got on " + Show.time(one.changedAt())
                : "finished " + Show.time(one.finishedAt())) + ".");
        Table table = new Table("Line", "Reasons");
        answer.badLines().forEach(bad -> table.row(bad.line(), Show.text(bad.reasons())));
        table.print(out, "No bad lines");
    }
}
