package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;

/** Takes a report back. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "report-skip", description = "Takes a report back that is in no file yet")
public class ReportSkipCommand extends ChangeCommand {

    @Reference(optional = true)
    Reports reports;

    @Argument(index = 0, name = "report", description = "Number of the report", required = true)
    String number;

    @Option(name = "--reason", description = "Why; kept with the report", required = true)
    String reason;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.text("--reason", reason);
        Report report = need(reports, "Reports").get(actor, Input.number("report", number));
        return "Will take report " + report.number() + " back (" + report.kind() + ", " + report.state() + ").";
    }

    @Override
    String change(Actor actor) throws CommandException {
        Report report = reports.skip(actor, Input.number("report", number), reason.strip());
        return "Done: report " + report.number() + " is " + report.state() + ".";
    }
}
