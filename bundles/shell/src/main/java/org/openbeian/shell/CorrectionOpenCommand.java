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
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Inspections;
import org.openbeian.api.security.Actor;

/** Opens a case that an inspection found. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "correction-open", description = "Opens a case that an inspection found; its account is told")
public class CorrectionOpenCommand extends ChangeCommand {

    @Argument(index = 0, name = "kind", description = "What is wrong", required = true)
    @Completion(value = StringsCompleter.class, values = {"UNFILED", "ACCESS_UNDER_REPORTED", "EMPTY_SHELL", "SITE_DEAD",
        "CONTENT_MISMATCH", "RESOURCE_GONE"})
    String kind;

    @Argument(index = 1, name = "domain", description = "The domain or a host below it", required = true)
    String domain;

    @Option(name = "--reason", description = "What was seen; kept in the case", required = true)
    String reason;

    @Reference(optional = true)
    Inspections inspections;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.text("--reason", reason);
        need(inspections, "Inspections");
        return "Will open a case " + Input.oneOf(CorrectionKind.class, "kind", kind) + " about " + domain + ".";
    }

    @Override
    String change(Actor actor) throws CommandException {
        CorrectionCase one = inspections.open(actor, Input.oneOf(CorrectionKind.class, "kind", kind), domain, reason.strip());
        return "Done: case " + one.id() + " is " + one.status() + " until " + Show.time(one.due()) + ".";
    }
}
