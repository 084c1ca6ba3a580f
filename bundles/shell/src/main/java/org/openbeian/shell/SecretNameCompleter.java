package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.security.Actor;

/** Completes names of secrets. */
@Service
public class SecretNameCompleter extends IdCompleter {

    @Reference(optional = true)
    KeyVault vault;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "secret-list");
        return BeianCommand.need(vault, "KeyVault").secretNames();
    }
}
