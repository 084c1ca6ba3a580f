package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.security.Actor;

/** Changes which identity at an OpenID Connect provider may log in to an account. */
abstract class IdentityCommand extends ChangeCommand {

    @Reference(optional = true)
    ExternalLogIns logIns;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Argument(index = 1, name = "issuer", description = "The provider, exactly as its tokens state it", required = true)
    String issuer;

    @Argument(index = 2, name = "subject", description = "Id of the person there", required = true)
    String subject;

    /** Fails as the change would when the caller may not manage the account. */
    void check(Actor actor) throws CommandException {
        need(logIns, "ExternalLogIns").list(actor, account);
    }
}
