package org.openbeian.shell;

import java.util.function.Supplier;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;

/** Finds out who types. */
final class Caller {

    private Caller() {
    }

    /**
     * The account behind the shell session.
     *
     * @param accounts the accounts, or null when the service is not there
     * @param user name of the user who is logged in; may give null
     * @throws CommandException when nobody is logged in, or the user has no account
     */
    static Actor actor(Accounts accounts, Supplier<String> user) throws CommandException {
        BeianCommand.need(accounts, "Accounts");
        String name = user.get();
        if (name == null) {
            throw new CommandException("Nobody is logged in to this session; connect with a name and password.");
        }
        return accounts.actor(name, "shell").orElseThrow(() -> new CommandException("The shell user '" + name
                + "' has no account with a role in OpenBeian; log in with one that has."));
    }
}
