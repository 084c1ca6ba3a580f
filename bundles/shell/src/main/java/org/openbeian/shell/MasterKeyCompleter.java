package org.openbeian.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.security.Actor;

/** Completes ids of master keys. */
@Service
public class MasterKeyCompleter extends IdCompleter {

    @Reference(optional = true)
    KeyRotation rotation;

    @Override
    List<String> ids(Actor actor) throws CommandException {
        Permissions.check(actor, "key-list");
        return List.copyOf(BeianCommand.need(rotation, "KeyRotation").status().keys().keySet());
    }
}
