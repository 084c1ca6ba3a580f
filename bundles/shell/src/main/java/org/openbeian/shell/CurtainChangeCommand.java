package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.curtain.Curtain;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.security.Actor;

/** A change of the latest curtain of an order. */
abstract class CurtainChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    Curtains curtains;

    @Argument(index = 0, name = "order", description = "Id of the order", required = true)
    @Completion(CurtainOrderCompleter.class)
    String id;

    /** What is going to happen, as the rest of a sentence that begins with "Will". */
    abstract String doing();

    /** Does it. */
    abstract Curtain done(Actor actor);

    @Override
    final String plan(Actor actor) throws CommandException {
        Curtain found = need(curtains, CurtainListCommand.SERVICE).get(actor, id);
        return "Will " + doing() + " (curtain " + found.id() + ", " + found.state() + ").";
    }

    @Override
    final String change(Actor actor) {
        Curtain now = done(actor);
        return "Done: curtain " + now.id() + " is " + now.state()
                + (now.carrier() == null ? "" : ", " + now.carrier() + " " + now.tracking()) + ".";
    }
}
