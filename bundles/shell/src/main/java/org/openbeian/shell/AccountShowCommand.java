package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.security.Actor;

/** Shows one account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-show", description = "Shows an account; contacts are masked")
public class AccountShowCommand extends ReadCommand<AccountLine> {

    @Reference(optional = true)
    AccountAdmin admin;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String name;

    @Override
    AccountLine read(Actor actor) throws CommandException {
        return AccountLine.of(need(admin, "AccountAdmin").get(actor, name));
    }

    @Override
    void print(AccountLine answer) {
        Table table = AccountLine.table();
        answer.row(table);
        table.print(out, "");
    }
}
