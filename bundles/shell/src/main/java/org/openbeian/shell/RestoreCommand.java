package org.openbeian.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Backups.Backup;

/** Puts a backup into this server, which must not hold an order yet. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "restore", description = "Puts a backup into this server, which must not hold an order yet")
public class RestoreCommand extends BackupChangeCommand {

    @Override
    String plan(Actor actor) throws CommandException {
        Backup backup = tried(() -> need(backups, "Backups").check(path()));
        return "Will replace everything in this server by the backup: " + described(backup);
    }

    @Override
    String change(Actor actor) throws CommandException {
        Backup restored = tried(() -> backups.restore(actor, path()));
        return "Done: " + described(restored) + " The accounts are those of the backup now.";
    }
}
