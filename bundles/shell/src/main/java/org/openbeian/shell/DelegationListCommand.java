package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.security.Actor;

/** Lists delegations. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "delegation-list",
        description = "Lists what an account delegated and what was delegated to it, newest first")
public class DelegationListCommand extends ReadCommand<List<Delegation>> {

    @Reference(optional = true)
    Delegations delegations;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Override
    List<Delegation> read(Actor actor) throws CommandException {
        return need(delegations, "Delegations").list(actor, account);
    }

    @Override
    void print(List<Delegation> answer) {
        Table table = new Table("Delegation", "Of", "To", "Policies", "Since", "Until", "Revoked", "Orders");
        answer.forEach(one -> table.row(one.id(), one.owner(), one.delegate(), one.policies(), Show.time(one.createdAt()),
                Show.time(one.until()), Show.time(one.revokedAt()), one.orders()));
        table.print(out, "No delegations");
    }
}
