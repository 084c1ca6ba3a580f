package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.security.Actor;

/** Lists keys of machines. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "apikey-list",
        description = "Lists the keys for machines of an account, newest first; their secrets are shown nowhere")
public class ApikeyListCommand extends ReadCommand<List<Key>> {

    @Reference(optional = true)
    ApiKeys keys;

    @Argument(index = 0, name = "account", description = "Name of the account", required = true)
    @Completion(AccountCompleter.class)
    String account;

    @Override
    List<Key> read(Actor actor) throws CommandException {
        return need(keys, "ApiKeys").list(actor, account);
    }

    @Override
    void print(List<Key> answer) {
        Table table = new Table("Key", "Label", "Since", "Ends", "Revoked");
        answer.forEach(one -> table.row(one.id(), one.label(), Show.time(one.createdAt()), Show.time(one.expiresAt()),
                Show.time(one.revokedAt())));
        table.print(out, "No keys");
    }
}
