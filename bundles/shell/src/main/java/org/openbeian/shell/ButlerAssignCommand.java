package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.butler.ButlerCase;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.security.Actor;

/** Gives a case to a butler. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "butler-assign", description = "Gives a case to a butler and books its agreed price, once")
public class ButlerAssignCommand extends ChangeCommand {

    @Reference(optional = true)
    Butlers butlers;

    @Argument(index = 0, name = "case", description = "Id of the case", required = true)
    @Completion(CaseIdCompleter.class)
    String id;

    @Argument(index = 1, name = "butler", description = "Account with the role BUTLER", required = true)
    String butler;

    @Override
    String plan(Actor actor) throws CommandException {
        ButlerCase found = need(butlers, "Butlers (feature openbeian-butler)").get(actor, id);
        String price = found.state() == ButlerCase.State.REQUESTED
                ? "; books CNY " + found.price().toPlainString() + " for account " + found.account() : "; books nothing";
        return "Will give case " + id + " (" + found.state() + ", order " + found.orderId() + ") to " + butler + price + ".";
    }

    @Override
    String change(Actor actor) {
        ButlerCase assigned = butlers.assign(actor, id, butler);
        return "Done: case " + id + " is " + assigned.state() + " to " + assigned.butler() + ".";
    }
}
