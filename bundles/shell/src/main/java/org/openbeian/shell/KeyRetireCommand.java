package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.security.Actor;

/** Destroys an old master key. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "key-retire", description = "Destroys an old master key that wraps no data key any more; older"
        + " backups need it")
public class KeyRetireCommand extends ChangeCommand {

    @Reference(optional = true)
    KeyRotation rotation;

    @Argument(index = 0, name = "master", description = "Id of the master key, see beian:key-list", required = true)
    @Completion(MasterKeyCompleter.class)
    String master;

    @Override
    String plan(Actor actor) throws CommandException {
        return "Will destroy the master key " + master + "; backups made while it was in use cannot be read without it. "
                + KeyListCommand.progress(need(rotation, "KeyRotation").status());
    }

    @Override
    String change(Actor actor) throws CommandException {
        try {
            rotation.retire(actor, master);
            return "Done: the master key " + master + " is gone.";
        } catch (IllegalArgumentException e) {
            throw new CommandException("master: " + e.getMessage() + "; nothing was changed. See beian:key-list.");
        }
    }
}
