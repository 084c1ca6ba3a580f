package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;

/** Shows a report. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "report-show", description = "Shows a report to an authority and what became of it; personal data is"
        + " masked")
public class ReportShowCommand extends ReadCommand<Report> {

    @Reference(optional = true)
    Reports reports;

    @Argument(index = 0, name = "report", description = "Number of the report", required = true)
    String number;

    @Override
    Report read(Actor actor) throws CommandException {
        return need(reports, "Reports").get(actor, Input.number("report", number));
    }

    @Override
    void print(Report answer) {
        out.println(answer.number() + "  " + answer.state() + "  " + Show.text(answer.kind().text()) + "  " + answer.authorityId()
                + (answer.file() == 0 ? "" : "  file " + answer.file())
                + (answer.parts() == 0 ? "" : "  " + Show.answered(answer.parts(), answer.open()) + " ranges answered"));
        Json.lines(answer.content()).forEach(out::println);
        Table table = new Table("Code", "About", "For", "Said", "How to mend it");
        answer.answers().forEach(one -> table.row(one.code(), Show.or(one.place()), one.mender(), Show.text(one.text()),
                Show.text(one.mend())));
        table.print(out, "Nothing was said of it");
    }
}
