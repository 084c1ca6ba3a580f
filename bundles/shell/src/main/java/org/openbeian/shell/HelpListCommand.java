package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.guidance.HelpText;
import org.openbeian.api.security.Actor;

/** Finds texts of the help. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "help-list", description = "Lists frequent questions, topics and terms about filings")
public class HelpListCommand extends ReadCommand<List<HelpText>> {

    static final String SERVICE = "Help (feature openbeian-guidance)";

    @Reference(optional = true)
    Help help;

    @Option(name = "--kind", description = "Only FAQ, TOPIC or TERM")
    @Completion(value = StringsCompleter.class, values = {"FAQ", "TOPIC", "TERM"})
    String kind;

    @Option(name = "--for", description = "Only what belongs to a JSON pointer into an application, a state, a rule or a topic")
    String about;

    @Option(name = "--words", description = "Only texts that hold all these words")
    String words;

    @Override
    List<HelpText> read(Actor actor) throws CommandException {
        return need(help, SERVICE).find(kind == null ? null : Input.oneOf(HelpText.Kind.class, "--kind", kind), about, words);
    }

    @Override
    void print(List<HelpText> answer) {
        Table table = new Table("Text", "Kind", "Title");
        answer.forEach(one -> table.row(one.id(), one.kind(), Show.text(one.title())));
        table.print(out, "No such text");
    }
}
