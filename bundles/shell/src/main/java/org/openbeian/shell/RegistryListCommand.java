package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.registry.RegistryAnswers.KeptAnswer;
import org.openbeian.api.security.Actor;

/** Lists what people saw in the public register. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "registry-list", description = "Lists what people noted of the public register, newest first, at most 200")
public class RegistryListCommand extends ReadCommand<List<KeptAnswer>> {

    @Reference(optional = true)
    RegistryAnswers answers;

    @Override
    List<KeptAnswer> read(Actor actor) throws CommandException {
        return need(answers, "RegistryAnswers").list(actor, null, RegistryAnswers.MOST);
    }

    @Override
    void print(List<KeptAnswer> answer) {
        Table table = new Table("Answer", "By", "Value", "Verdict", "As of", "Noted by", "Entries", "Picture");
        answer.forEach(one -> table.row(one.id(), one.question().by(), one.question().value(), one.verdict(), Show.time(one.asOf()),
                one.by(), one.entries().size(), Show.or(one.picture())));
        table.print(out, "No answer");
    }
}
