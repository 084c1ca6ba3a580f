package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.security.Actor;

/** A change of one account, in the version that was announced: another change in between makes it fail, not slip in. */
abstract class AccountChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    AccountAdmin admin;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String name;

    private Account before;

    /** Says what will be done with the account, in the future tense. */
    abstract String plan(Account account) throws CommandException;

    /** Does it; returns what is added to the report, or null. */
    abstract String change(Actor actor, Account announced) throws CommandException;

    @Override
    final String plan(Actor actor) throws CommandException {
        before = need(admin, "AccountAdmin").get(actor, name);
        return "Will " + plan(before) + ".";
    }

    @Override
    final String change(Actor actor) throws CommandException {
        String more = change(actor, before);
        AccountLine now = AccountLine.of(admin.get(actor, name));
        return "Done: account " + name + " is " + (now.active() ? "open" : "closed") + " with " + now.roles() + "."
                + (more == null ? "" : " " + more);
    }
}
