package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.security.Actor;

/** Settles a result file that could not be applied. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "result-dismiss",
        description = "Settles a result file that could not be applied, after its content was found out in another way")
public class ResultDismissCommand extends ChangeCommand {

    @Reference(optional = true)
    Lanes lanes;

    @Argument(index = 0, name = "authority", description = "Id of the authority, such as 440000", required = true)
    String authority;

    @Argument(index = 1, name = "file", description = "Name of the file, as result-list shows it", required = true)
    String file;

    @Option(name = "--reason", description = "What was found out, and how; kept with the file", required = true)
    String reason;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.text("--reason", reason);
        OpenResult open = need(lanes, "Lanes").openResults().stream()
                .filter(one -> one.authorityId().equals(authority) && one.name().equals(file)).findFirst()
                .orElseThrow(() -> new CommandException("No result file " + file + " of authority " + authority
                        + " is open; beian:result-list shows those that are."));
        return "Will settle result file " + file + " of authority " + authority + " (" + open.reason()
                + "); orders whose verification expired can be sent again after the next fetch.";
    }

    @Override
    String change(Actor actor) {
        lanes.dismissResult(actor, authority, file, reason.strip());
        return "Done: result file " + file + " of authority " + authority + " is settled.";
    }
}
