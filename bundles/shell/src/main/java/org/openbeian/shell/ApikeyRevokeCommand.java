package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.security.Actor;

/** Revokes a key of a machine. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "apikey-revoke", description = "Revokes a key for machines, at once")
public class ApikeyRevokeCommand extends ChangeCommand {

    @Reference(optional = true)
    ApiKeys keys;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Argument(index = 1, name = "key", description = "Id of the key", required = true)
    @Completion(ApikeyCompleter.class)
    String id;

    @Override
    String plan(Actor actor) throws CommandException {
        need(keys, "ApiKeys").list(actor, account);
        return "Will revoke key " + id + " of account " + account + ", at once and for good.";
    }

    @Override
    String change(Actor actor) {
        keys.revoke(actor, account, id);
        return "Done: key " + id + " is revoked.";
    }
}
