package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;

/** Lists reports. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "report-list", description = "Lists reports to authorities beside filings, newest first")
public class ReportListCommand extends ReadCommand<List<ReportSummary>> {

    @Reference(optional = true)
    Reports reports;

    @Option(name = "--authority", description = "Id of an authority, such as 440000; all when missing")
    String authority;

    @Option(name = "--limit", description = "How many, 1 to 200")
    int limit = 50;

    @Override
    List<ReportSummary> read(Actor actor) throws CommandException {
        return need(reports, "Reports").list(actor, authority, 0, Input.range("--limit", limit, 1, 200));
    }

    @Override
    void print(List<ReportSummary> answer) {
        Table table = new Table("Number", "Authority", "Kind", "State", "Error", "Answered", "Since", "Case", "By");
        answer.forEach(one -> table.row(one.number(), one.authorityId(), one.kind(), one.state(), Show.or(one.error()),
                Show.answered(one.parts(), one.open()), Show.time(one.changedAt()), Show.or(one.caseId()), one.by()));
        table.print(out, "No reports");
    }
}
