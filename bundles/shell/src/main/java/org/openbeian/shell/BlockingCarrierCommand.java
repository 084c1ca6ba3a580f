package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.security.Actor;

/** Notes what the carrier did. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "blocking-carrier",
        description = "Notes that the carrier blocks the addresses of an isolated domain, or opened them again")
public class BlockingCarrierCommand extends ChangeCommand {

    @Reference(optional = true)
    Blockings blockings;

    @Argument(index = 0, name = "domain", description = "The domain", required = true)
    String domain;

    @Argument(index = 1, name = "blocked", description = "Whether the carrier blocks its addresses now: yes or no", required = true)
    String blocked;

    private boolean now;

    @Override
    String plan(Actor actor) throws CommandException {
        need(blockings, "Blockings");
        now = Input.yesNo("blocked", blocked);
        return "Will note that the carrier " + (now ? "blocks" : "opened") + " the addresses of " + domain + ".";
    }

    @Override
    String change(Actor actor) {
        return "Done: the carrier " + (blockings.carrier(actor, domain, now).carrierBlocked() ? "blocks" : "does not block")
                + " the addresses of " + domain + ".";
    }
}
