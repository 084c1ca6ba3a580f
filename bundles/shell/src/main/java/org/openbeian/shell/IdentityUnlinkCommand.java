package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;

/** Ends the link of an identity. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "identity-unlink", description = "Ends the link of an identity at an OpenID Connect provider")
public class IdentityUnlinkCommand extends IdentityCommand {

    @Override
    String plan(Actor actor) throws CommandException {
        check(actor);
        return "Will unlink identity " + subject + " of " + issuer + " from account " + account + ".";
    }

    @Override
    String change(Actor actor) {
        logIns.unlink(actor, account, issuer, subject);
        return "Done: identity " + subject + " is unlinked.";
    }
}
