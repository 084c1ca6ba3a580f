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

/** Takes an invitation back. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "invitation-withdraw", description = "Takes back an invitation of an account that nobody took")
public class InvitationWithdrawCommand extends ChangeCommand {

    @Reference(optional = true)
    Delegations delegations;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Argument(index = 1, name = "invitation", description = "Id of the invitation", required = true)
    @Completion(InvitationCompleter.class)
    String id;

    @Override
    String plan(Actor actor) throws CommandException {
        need(delegations, "Delegations").invitations(actor, account);
        return "Will withdraw invitation " + id + " of account " + account + ", at once and for good.";
    }

    @Override
    String change(Actor actor) {
        delegations.withdraw(actor, account, id);
        return "Done: invitation " + id + " is withdrawn.";
    }
}
