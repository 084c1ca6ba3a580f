package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;

/** Shows what can be reported. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "report-kinds", description = "Lists what can be reported to authorities beside filings, or the fields of"
        + " one kind")
public class ReportKindsCommand extends ReadCommand<List<Reports.Form>> {

    @Reference(optional = true)
    Reports reports;

    @Argument(index = 0, name = "kind", description = "Kind whose fields are shown")
    @Completion(ReportKindCompleter.class)
    String kind;

    @Override
    List<Reports.Form> read(Actor actor) throws CommandException {
        ReportKind wanted = kind == null ? null : Input.oneOf(ReportKind.class, "kind", kind);
        return need(reports, "Reports").forms(actor).stream().filter(form -> wanted == null || form.kind() == wanted).toList();
    }

    @Override
    void print(List<Reports.Form> answer) {
        Table table = kind == null ? new Table("Kind", "What", "Element") : new Table("Field", "Required", "Type", "From", "To");
        answer.forEach(form -> {
            if (kind == null) {
                table.row(form.kind(), Show.text(form.refusal() == null ? form.text() : form.refusal()), form.kind().element());
            } else {
                form.fields().forEach(field -> row(table, "", field));
            }
        });
        table.print(out, "These are not ours to report");
    }

    private static void row(Table table, String path, ReportField field) {
        String name = path + field.name() + (field.many() ? "[]" : "");
        boolean group = field.type() == ReportField.Type.GROUP;
        table.row(name, field.required() ? "yes" : "", field.type() + (field.oneOf() ? ", one of" : ""), group ? "" : field.min(),
                group || field.max() == Long.MAX_VALUE ? "" : field.max());
        field.fields().forEach(inner -> row(table, name + "/", inner));
    }
}
