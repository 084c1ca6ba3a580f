package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Actor;

/** Ends a lock-out. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "account-unlock", description = "Ends the lock-out of an account after failed log-ins")
public class AccountUnlockCommand extends AccountChangeCommand {

    @Override
    String plan(Account account) {
        return "end the lock-out of account " + name
                + (account.lockedUntil() == null ? "" : ", which lasts until " + Show.time(account.lockedUntil()));
    }

    @Override
    String change(Actor actor, Account announced) {
        admin.unlock(actor, name);
        return null;
    }
}
