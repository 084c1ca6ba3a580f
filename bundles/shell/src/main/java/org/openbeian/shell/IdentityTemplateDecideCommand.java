package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
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

/** Approves or rejects a template. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "identity-template-decide",
        description = "Approves a template of an organizer or principal, or rejects it")
public class IdentityTemplateDecideCommand extends ChangeCommand {

    @Argument(index = 0, name = "template", description = "Id of the template", required = true)
    String id;

    @Argument(index = 1, name = "approved", description = "yes or no", required = true)
    @Completion(value = StringsCompleter.class, values = {"yes", "no"})
    String approved;

    @Option(name = "--reason", description = "Why it is rejected; its account reads it")
    String reason;

    @Reference(optional = true)
    IdentityTemplates templates;

    private boolean decision;
    private long version;

    @Override
    String plan(Actor actor) throws CommandException {
        decision = Input.yesNo("approved", approved);
        if (!decision) {
            Input.text("--reason", reason);
        }
        IdentityTemplate template = need(templates, "IdentityTemplates").get(actor, id);
        version = template.version();
        return "Will " + (decision ? "approve" : "reject") + " template " + id + " of account " + template.account() + " ("
                + template.state() + ").";
    }

    @Override
    String change(Actor actor) throws CommandException {
        return "Done: template " + id + " is now " + templates.decide(actor, id, version, decision, reason).state() + ".";
    }
}
