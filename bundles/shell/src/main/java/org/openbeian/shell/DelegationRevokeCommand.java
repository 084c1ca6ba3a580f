package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.security.Actor;

/** Ends a delegation. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "delegation-revoke", description = "Ends a delegation that an account made, at once")
public class DelegationRevokeCommand extends ChangeCommand {

    @Reference(optional = true)
    Delegations delegations;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Argument(index = 1, name = "delegation", description = "Id of the delegation", required = true)
    @Completion(DelegationCompleter.class)
    String id;

    @Override
    String plan(Actor actor) throws CommandException {
        need(delegations, "Delegations").list(actor, account);
        return "Will revoke delegation " + id + " of account " + account + ", at once and for good.";
    }

    @Override
    String change(Actor actor) {
        delegations.revoke(actor, account, id);
        return "Done: delegation " + id + " is revoked.";
    }
}
