package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin.Profile;
import org.openbeian.api.security.Actor;

/** Closes an account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-close", description = "Closes an account: nobody logs in with it any more, at once")
public class AccountCloseCommand extends AccountChangeCommand {

    @Override
    String plan(Account account) {
        return "close account " + name + ", which is " + (account.active() ? "open" : "closed");
    }

    @Override
    String change(Actor actor, Account announced) {
        admin.change(actor, name, announced.version(),
                new Profile(announced.roles(), false, announced.phone(), announced.email()));
        return null;
    }
}
