package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.security.Actor;

/** Lists identities. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "identity-list",
        description = "Lists the identities at OpenID Connect providers that log in to an account")
public class IdentityListCommand extends ReadCommand<List<Identity>> {

    @Reference(optional = true)
    ExternalLogIns logIns;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Override
    List<Identity> read(Actor actor) throws CommandException {
        return need(logIns, "ExternalLogIns").list(actor, account);
    }

    @Override
    void print(List<Identity> answer) {
        Table table = new Table("Issuer", "Subject", "Since");
        answer.forEach(one -> table.row(one.issuer(), one.subject(), Show.time(one.linkedAt())));
        table.print(out, "No identities");
    }
}
