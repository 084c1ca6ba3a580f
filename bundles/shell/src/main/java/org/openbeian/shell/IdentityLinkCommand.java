package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;

/** Links an identity. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "identity-link", description = "Lets an identity at an OpenID Connect provider log in to an account")
public class IdentityLinkCommand extends IdentityCommand {

    @Override
    String plan(Actor actor) throws CommandException {
        check(actor);
        return "Will link identity " + subject + " of " + issuer + " to account " + account + ".";
    }

    @Override
    String change(Actor actor) {
        logIns.link(actor, account, issuer, subject);
        return "Done: identity " + subject + " is linked.";
    }
}
