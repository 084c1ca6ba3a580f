package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.security.Actor;

/** Lists what authorities found wrong. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "correction-list",
        description = "Lists what authorities found wrong after the grant: blacklistings, checks, notices of rectification")
public class CorrectionListCommand extends ReadCommand<List<CorrectionCase>> {

    private static final int MOST = 200;

    @Option(name = "--all", description = "Closed cases, too")
    boolean all;

    @Reference(optional = true)
    Corrections corrections;

    @Override
    List<CorrectionCase> read(Actor actor) throws CommandException {
        return need(corrections, "Corrections").list(actor, !all, null, MOST);
    }

    @Override
    void print(List<CorrectionCase> cases) {
        for (CorrectionCase one : cases) {
            out.println(one.id() + "  " + one.status() + "  " + Show.text(one.kind().text()) + "  "
                    + (one.serviceNumber() != null ? one.serviceNumber() : one.organizerNumber() != null ? one.organizerNumber()
                            : String.join(" ", one.domains())) + (one.due() == null ? "" : "  until " + Show.time(one.due())));
            one.differences().forEach(field -> out.println("    " + field.pointer() + ": " + Show.or(field.ours()) + " / "
                    + Show.or(field.theirs()) + " (" + field.source() + ", " + Show.time(field.asOf()) + ")"));
        }
        out.println(cases.size() + " cases");
    }
}
