package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.CurtainState;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.security.Actor;

/** Lists curtains. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "curtain-list", description = "Lists the free curtains that you see, those of later orders first, at"
        + " most 200")
public class CurtainListCommand extends ReadCommand<List<Curtain>> {

    static final String SERVICE = "Curtains (feature openbeian-aftercare)";

    @Reference(optional = true)
    Curtains curtains;

    @Option(name = "--state", description = "Only those in this state, such as REQUESTED")
    @Completion(value = StringsCompleter.class, values = {"REQUESTED", "DISPATCHED", "RECEIVED", "CANCELLED"})
    String state;

    @Override
    List<Curtain> read(Actor actor) throws CommandException {
        return need(curtains, SERVICE).list(actor, state == null ? null : Input.oneOf(CurtainState.class, "--state", state), null,
                Curtains.MOST).stream().map(Curtain::masked).toList();
    }

    @Override
    void print(List<Curtain> answer) {
        Table table = new Table("Order", "State", "Since", "Account", "Recipient", "Carrier", "Tracking");
        answer.forEach(found -> table.row(found.orderId(), found.state(),
                Show.time(found.history().get(found.history().size() - 1).at()), found.account(), found.to().recipient(),
                found.carrier(), found.tracking()));
        table.print(out, "No curtain");
    }
}
