package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.security.Actor;

/** Completes names of accounts for whoever manages them. */
@Service
public class AccountCompleter extends IdCompleter {

    private static final int MOST = 200;

    @Reference(optional = true)
    AccountAdmin admin;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        return BeianCommand.need(admin, "AccountAdmin").list(actor, null, MOST).stream().map(Account::name).toList();
    }
}
