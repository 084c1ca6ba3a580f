package org.openbeian.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.security.Actor;

/** Shows a case with what it caused. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "correction-show", description = "Shows a case of an authority or of the inspection, with the measures"
        + " that it caused")
public class CorrectionShowCommand extends ReadCommand<CorrectionShowCommand.Shown> {

    @Reference(optional = true)
    Corrections corrections;

    @Reference(optional = true)
    Blockings blockings;

    @Argument(index = 0, name = "case", description = "Id of the case", required = true)
    @Completion(CorrectionIdCompleter.class)
    String id;

    /**
     * What is shown.
     *
     * @param found the case
     * @param measures what it caused, as it stands now
     */
    record Shown(CorrectionCase found, List<Blocking> measures) {
    }

    @Override
    Shown read(Actor actor) throws CommandException {
        CorrectionCase found = need(corrections, "Corrections").get(actor, id);
        return new Shown(found, need(blockings, "Blockings").of(actor, found));
    }

    @Override
    void print(Shown answer) {
        CorrectionCase found = answer.found();
        out.println(found.id() + "  " + found.status() + "  " + Show.text(found.kind().text()) + "  " + String.join(" ", found.domains()));
        String by = found.authorityId() == null ? "the inspection" : found.authorityId();
        out.println("Opened " + Show.time(found.openedAt()) + " by " + by
                + (found.due() == null ? "" : ", until " + Show.time(found.due())) + (found.text() == null ? "" : ": " + found.text()));
        if (found.conclusion() != null) {
            out.println("Closed by " + found.closedBy() + ": " + found.conclusion());
        }
        Table measures = new Table("Domain", "State", "Since", "Carrier", "By", "Reason", "Held for");
        answer.measures().forEach(one -> measures.row(one.domain(), one.state(), Show.time(one.since()),
                one.carrierBlocked() ? "blocks " + one.ips() : one.ips(), one.by(), one.reason(),
                one.holds().stream().map(hold -> hold.caseId() + (hold.liftedAt() == null ? "" : " (let go)"))
                        .collect(Collectors.joining(" "))));
        measures.print(out, "No measures");
    }
}
