package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.correction.ComparedField;
import org.openbeian.api.correction.Reconciliations;
import org.openbeian.api.correction.Reconciliations.Reconciliation;
import org.openbeian.api.security.Actor;

/** Compares an organizer of the register with what others say. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "register-compare", description = "Compares an organizer of the register with what the authority, the"
        + " public register and the inspections say now; what differs opens a case, see beian:correction-list")
public class RegisterCompareCommand extends ReadCommand<Reconciliation> {

    @Reference(optional = true)
    Reconciliations reconciliations;

    @Argument(name = "number", description = "Filing number of the organizer", required = true)
    String number;

    @Override
    Reconciliation read(Actor actor) throws CommandException {
        return need(reconciliations, "Reconciliations").compare(actor, number);
    }

    @Override
    void print(Reconciliation answer) {
        Table table = new Table("Field", "Likeness", "Ours", "Theirs", "Source", "As of");
        for (ComparedField field : answer.fields()) {
            table.row(field.pointer(), field.likeness(), Show.or(field.ours()), Show.or(field.theirs()), field.source(),
                    Show.time(field.asOf()));
        }
        table.print(out, "Nothing to compare");
        out.println(answer.caseId() == null ? "Nothing differs." : "Case " + answer.caseId() + " is open about " + answer.organizerNumber()
                + ".");
    }
}
