package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Delegations.Invitation;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.security.Actor;

/** Lists invitations. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "invitation-list",
        description = "Lists the invitations by which an account lets others become its sub-accounts")
public class InvitationListCommand extends ReadCommand<List<Invitation>> {

    @Reference(optional = true)
    Delegations delegations;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Override
    List<Invitation> read(Actor actor) throws CommandException {
        return need(delegations, "Delegations").invitations(actor, account);
    }

    @Override
    void print(List<Invitation> answer) {
        Table table = new Table("Invitation", "Policies", "Good until", "Taken by", "Delegation until", "Orders");
        answer.forEach(one -> table.row(one.id(), one.policies(), Show.time(one.expiresAt()), one.usedBy(), Show.time(one.until()),
                one.orders()));
        table.print(out, "No invitations");
    }
}
