package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.Rehearsal;
import org.openbeian.api.order.Rehearsals;
import org.openbeian.api.security.Actor;

/** Says what would become of an order; nothing is stored or sent. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-rehearse",
        description = "Says what would become of an order if it were sent now; nothing is stored or sent")
public class OrderRehearseCommand extends OrderReadCommand<Rehearsal> {

    @Reference(optional = true)
    Rehearsals rehearsals;

    @Override
    Rehearsal read(Actor actor) throws CommandException {
        return need(rehearsals, "Rehearsals").rehearse(actor, id);
    }

    @Override
    void print(Rehearsal rehearsal) {
        rehearsal.findings().forEach(finding -> out.println(Show.finding(finding)));
        rehearsal.notExpressible().forEach(problem -> out.println("Upload: " + problem));
        rehearsal.authorityErrors().forEach(error -> out.println("Authority: " + error));
        out.println(rehearsal.rehearsedBy() ? "The simulated authority looked at it."
                : "No authority looked at it: what it checks stays unknown.");
        out.println(rehearsal.passes() ? "Nothing known stops the order." : "The order would be stopped.");
    }
}
