package org.openbeian.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.openbeian.api.store.Backups;
import org.openbeian.api.store.Backups.Backup;

/** What commands about backups share. */
abstract class BackupChangeCommand extends ChangeCommand {

    @Reference(optional = true)
    Backups backups;

    @Argument(index = 0, name = "directory", description = "Directory of the backup on the server", required = true)
    @Completion(FileCompleter.class)
    String directory;

    /** Something that can fail because of what the caller asked for. */
    interface Work {
        Backup run() throws CommandException;
    }

    final Path path() throws CommandException {
        try {
            return Path.of(directory);
        } catch (InvalidPathException e) {
            throw new CommandException("directory: '" + directory + "' is no path.");
        }
    }

    static Backup tried(Work work) throws CommandException {
        try {
            return work.run();
        } catch (IllegalArgumentException e) {
            throw new CommandException("directory: " + e.getMessage() + "; nothing was changed.");
        }
    }

    static String described(Backup backup) {
        return backup.rows().getOrDefault("filing_order", 0L) + " orders, "
                + backup.rows().values().stream().mapToLong(Long::longValue).sum() + " rows and " + backup.files() + " files, "
                + backup.bytes() / 1024 + " KiB, of " + backup.at() + " on " + backup.product() + ", schema " + backup.schema()
                + (backup.withKeys() ? ", with keys." : ", without keys; it needs the master keys " + backup.masters() + ".");
    }
}
