package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ApiKeys.Created;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.security.Actor;

/** Makes a key for a machine. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "apikey-create",
        description = "Makes a key with which a machine signs requests for an account; its secret is shown once")
public class ApikeyCreateCommand extends ChangeCommand {

    @Reference(optional = true)
    ApiKeys keys;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Argument(index = 1, name = "label", description = "What the key is for", required = true)
    String label;

    @Option(name = "--until", description = "Last day on which the key is good, such as 2027-03-31; without it, it has no end")
    String until;

    @Override
    String plan(Actor actor) throws CommandException {
        Input.endOfDay("--until", until);
        need(keys, "ApiKeys").list(actor, account);
        return "Will make a key for account " + account + (until == null ? "." : ", good until " + until + ".");
    }

    @Override
    String change(Actor actor) throws CommandException {
        Created created = keys.create(actor, account, label, Input.endOfDay("--until", until));
        return "Done: key " + created.key().id() + ". Its secret, shown this once: " + created.secret();
    }
}
