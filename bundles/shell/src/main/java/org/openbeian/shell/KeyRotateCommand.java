package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.security.Actor;

/** Changes the master key. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "key-rotate", description = "Makes a new master key; all data keys are put under it in the"
        + " background")
public class KeyRotateCommand extends ChangeCommand {

    @Reference(optional = true)
    KeyRotation rotation;

    @Override
    String plan(Actor actor) throws CommandException {
        return "Will make a new master key in place of " + need(rotation, "KeyRotation").status().current()
                + ", which stays in the vault until beian:key-retire.";
    }

    @Override
    String change(Actor actor) {
        KeyRotation.Status status = rotation.rotate(actor);
        return "Done: " + status.current() + " is the master key now. " + KeyListCommand.progress(status)
                + " Keep a new copy of the vault; beian:key-list tells how far it is.";
    }
}
