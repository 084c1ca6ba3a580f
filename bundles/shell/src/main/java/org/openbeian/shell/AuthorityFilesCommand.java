package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;

/** Lists the files exchanged with an authority. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "authority-files", description = "Lists the uploads to an authority and its result files, newest first,"
        + " with what of them nobody handles")
public class AuthorityFilesCommand extends ReadCommand<List<KeptFile>> {

    @Reference(optional = true)
    Reports reports;

    @Argument(index = 0, name = "authority", description = "Id of the authority, such as 440000", required = true)
    String authority;

    @Option(name = "--limit", description = "How many, 1 to 200")
    int limit = 50;

    @Override
    List<KeptFile> read(Actor actor) throws CommandException {
        return need(reports, "Reports").files(actor, authority, Input.range("--limit", limit, 1, 200));
    }

    @Override
    void print(List<KeptFile> answer) {
        Table table = new Table("File", "State", "At", "Ended", "Notes");
        answer.forEach(file -> table.row((file.upload() ? "upload " : "") + file.name(), file.state(), Show.time(file.at()),
                file.endedAt() == null ? "" : Show.time(file.endedAt()), String.join("; ", file.notes())));
        table.print(out, "No files");
    }
}
