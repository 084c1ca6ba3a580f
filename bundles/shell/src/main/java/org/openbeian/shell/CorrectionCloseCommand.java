package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.security.Actor;

/** Closes a case that an authority opened. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "correction-close", description = "Closes what an authority found wrong, saying what was done")
public class CorrectionCloseCommand extends ChangeCommand {

    @Argument(index = 0, name = "case", description = "Id of the case", required = true)
    @Completion(CorrectionIdCompleter.class)
    String id;

    @Option(name = "--reason", description = "What was done; kept in the case", required = true)
    String reason;

    @Reference(optional = true)
    Corrections corrections;

    private long version;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.text("--reason", reason);
        CorrectionCase one = need(corrections, "Corrections").get(actor, id);
        version = one.version();
        return "Will close case " + id + " (" + Show.text(one.kind().text()) + ", " + one.status() + ").";
    }

    @Override
    String change(Actor actor) {
        CorrectionCase one = corrections.conclude(actor, id, version, reason.strip());
        return "Done: case " + id + " is now " + one.status() + ".";
    }
}
