package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.security.Actor;

/** Ends a notice or a block. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "blocking-lift", description = "Ends a notice or a block by hand; a grant ends it by itself")
public class BlockingLiftCommand extends ChangeCommand {

    @Reference(optional = true)
    Blockings blockings;

    @Option(name = "--reason", description = "Why", required = true)
    String reason;

    @Option(name = "--case", description = "Id of the case that lets the domain go, where several open cases hold it")
    @Completion(CorrectionIdCompleter.class)
    String caseId;

    @Argument(index = 0, name = "domain", description = "The domain", required = true)
    String domain;

    @Override
    String plan(Actor actor) throws CommandException {
        Blockings.Blocking found = need(blockings, "Blockings").find(domain)
                .orElseThrow(() -> new CommandException("There is no notice and no block for '" + domain + "'."));
        Input.text("--reason", reason);
        return "Will end that " + found.domain() + " is " + found.state() + "; while it is not filed, the gate still keeps it closed.";
    }

    @Override
    String change(Actor actor) {
        return "Done: " + described(blockings.lift(actor, domain, reason, caseId));
    }

    private static String described(Blockings.Blocking after) {
        return after.domain() + (after.state() == Blockings.State.LIFTED ? " is lifted." : " stays isolated for another case.");
    }
}
