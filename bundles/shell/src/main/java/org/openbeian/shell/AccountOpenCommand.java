package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin.Profile;
import org.openbeian.api.security.Actor;

/** Opens a closed account. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-open", description = "Opens a closed account again")
public class AccountOpenCommand extends AccountChangeCommand {

    @Override
    String plan(Account account) {
        return "open account " + name + ", which is " + (account.active() ? "open" : "closed");
    }

    @Override
    String change(Actor actor, Account announced) {
        admin.change(actor, name, announced.version(),
                new Profile(announced.roles(), true, announced.phone(), announced.email()));
        return null;
    }
}
