package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.order.TypeProposal;
import org.openbeian.api.order.Verification;
import org.openbeian.api.order.Verifications;
import org.openbeian.api.security.Actor;

/** Runs the checks of a step of an order, and proposes its type. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "order-verify",
        description = "Runs the checks of one step of an order, or of all, and says which filing type fits; nothing is stored")
public class OrderVerifyCommand extends OrderReadCommand<Verification> {

    @Option(name = "--step", description = "basic, organizer, organizer-principal, service or service-principal")
    String step;

    @Reference(optional = true)
    Verifications verifications;

    @Override
    Verification read(Actor actor) throws CommandException {
        return need(verifications, "Verifications").verify(actor, id, step);
    }

    @Override
    void print(Verification found) {
        found.missing().forEach(need -> out.println("Missing: " + need.pointer() + " " + Show.text(need.text())));
        found.findings().forEach(finding -> out.println(Show.finding(finding)));
        found.type().facts().forEach(fact -> out.println(fact.pointer() + ": " + known(fact)));
        out.println((found.type().proposed() == null ? "No type is proposed: " : "Proposed type " + found.type().proposed() + ": ")
                + Show.text(found.type().text()));
        out.println(found.passes() ? "Nothing stands in the way of this step." : "The step does not pass.");
    }

    private static String known(TypeProposal.KnownFact fact) {
        if (fact.filed() == null) {
            return "nobody could say whether it is filed";
        }
        String number = fact.number() == null ? "" : " as " + fact.number();
        return (fact.filed() ? "filed" + number : "not filed") + ", says " + fact.source();
    }
}
