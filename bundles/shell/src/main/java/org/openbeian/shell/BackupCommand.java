package org.openbeian.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Backups.Backup;

/** Makes a backup of the database and the files beside it while the server works. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "backup", description = "Makes a backup of the database and the files beside it while the server works")
public class BackupCommand extends BackupChangeCommand {

    @Reference(optional = true)
    AuditLog audit;

    @Option(name = "--with-keys", description = "Put the key vault beside the data; whoever gets the backup can then read all")
    boolean withKeys;

    @Override
    String plan(Actor actor) throws CommandException {
        need(backups, "Backups");
        return "Will make a backup in " + directory + (withKeys ? ", with the keys that read it."
                : ", without the keys that read it; keep a copy of the vault elsewhere.");
    }

    @Override
    String change(Actor actor) throws CommandException {
        Backup made = tried(() -> backups.create(path(), withKeys));
        need(audit, "AuditLog").record(actor, "backup.create", null, null, null, Map.of("keys", Boolean.toString(withKeys),
                "bytes", Long.toString(made.bytes())));
        return "Done: " + described(made);
    }
}
