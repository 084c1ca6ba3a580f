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
import org.openbeian.api.security.Actor;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplates;

/** Lists templates of organizers and principals. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "identity-template-list",
        description = "Lists templates of organizers and principals; those in review by the time at which they are due")
public class IdentityTemplateListCommand extends ReadCommand<List<IdentityTemplate>> {

    @Option(name = "--state", description = "Only those in this state")
    @Completion(value = StringsCompleter.class, values = {"DRAFT", "IN_REVIEW", "APPROVED", "REJECTED"})
    String state;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    int limit = 50;

    @Reference(optional = true)
    IdentityTemplates templates;

    @Override
    List<IdentityTemplate> read(Actor actor) throws CommandException {
        return need(templates, "IdentityTemplates").list(actor,
                state == null ? null : Input.oneOf(IdentityTemplate.State.class, "--state", state), Input.range("--limit", limit, 1, 200));
    }

    @Override
    void print(List<IdentityTemplate> answer) {
        Table table = new Table("Id", "Version", "Account", "Of", "State", "Due", "Label");
        answer.forEach(one -> table.row(one.id(), one.version(), one.account(), one.organizer() == null ? "principal" : "organizer",
                one.state(), Show.time(one.due()), one.label()));
        table.print(out, "No template");
    }
}
