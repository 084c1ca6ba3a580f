package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpVotes;
import org.openbeian.api.security.Actor;

/** Shows what people thought of the help. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "help-votes", description = "Shows how many accounts found each text of the help helpful, the least"
        + " helpful first")
public class HelpVotesCommand extends ReadCommand<List<HelpVotes>> {

    @Reference(optional = true)
    Help help;

    @Override
    List<HelpVotes> read(Actor actor) throws CommandException {
        return need(help, HelpListCommand.SERVICE).votes(actor);
    }

    @Override
    void print(List<HelpVotes> answer) {
        Table table = new Table("Text", "Helpful", "Not helpful");
        answer.forEach(one -> table.row(one.textId(), one.helpful(), one.unhelpful()));
        table.print(out, "No vote yet");
    }
}
