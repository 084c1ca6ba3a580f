package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.security.Actor;

/** Completes ids of the keys of the account that was typed before. */
@Service
public class ApikeyCompleter extends IdCompleter {

    @Reference(optional = true)
    ApiKeys keys;

    @Override
    List<String> ids(Actor actor, String account) throws CommandException {
        return BeianCommand.need(keys, "ApiKeys").list(actor, account).stream().map(Key::id).toList();
    }
}
