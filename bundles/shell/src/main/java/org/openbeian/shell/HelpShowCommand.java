package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.security.Actor;

/** Shows a text of the help. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "help-show", description = "Shows a text of the help about filings, with times that filings took here")
public class HelpShowCommand extends ReadCommand<HelpText> {

    @Reference(optional = true)
    Help help;

    @Argument(index = 0, name = "text", description = "Id of the text, such as review-time", required = true)
    @Completion(HelpIdCompleter.class)
    String id;

    @Override
    HelpText read(Actor actor) throws CommandException {
        return need(help, HelpListCommand.SERVICE).get(id);
    }

    @Override
    void print(HelpText answer) {
        out.println(answer.title().zh() + "\n" + answer.text().zh() + "\n");
        out.println(answer.title().en() + "\n" + answer.text().en());
        if (answer.link() != null) {
            out.println(answer.link());
        }
        if (!answer.figures().isEmpty()) {
            Table table = new Table("Stage", "Province", "Filings", "Half within", "Nine of ten");
            answer.figures().forEach(level -> table.row(level.stage(), level.provinceId(), level.orders(),
                    ServiceLevelsCommand.time(level.medianSeconds()), ServiceLevelsCommand.time(level.ninthDecileSeconds())));
            table.print(out, "");
        }
        out.println("(" + answer.kind() + " of version " + answer.version() + ", " + answer.source() + ")");
    }
}
