package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.security.Actor;

/** Links an identity. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "identity-link", description = "Lets an identity at an OpenID Connect provider log in to an account")
public class IdentityLinkCommand extends ChangeCommand {

    @Reference(optional = true)
    ExternalLogIns logIns;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Argument(index = 1, name = "issuer", description = "The provider, exactly as its tokens state it", required = true)
    String issuer;

    @Argument(index = 2, name = "subject", description = "Id of the person there", required = true)
    String subject;

    @Override
    String plan(Actor actor) throws CommandException {
        need(logIns, "ExternalLogIns").list(actor, account);
        return "Will link identity " + subject + " of " + issuer + " to account " + account + ".";
    }

    @Override
    String change(Actor actor) {
        logIns.link(actor, account, issuer, subject);
        return "Done: identity " + subject + " is linked.";
    }
}
