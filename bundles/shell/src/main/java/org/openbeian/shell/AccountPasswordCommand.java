package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Actor;

/** Replaces a password by a random one. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-password",
        description = "Replaces an account's password by a random one, which is shown once, and ends its sessions")
public class AccountPasswordCommand extends AccountChangeCommand {

    @Override
    String plan(Account account) {
        return "replace the password of account " + name + " and end its sessions";
    }

    @Override
    String change(Actor actor, Account announced) {
        String password = Roles.password();
        admin.setPassword(actor, name, password.toCharArray());
        return "Its password, shown this once: " + password;
    }
}
