package org.openbeian.api.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.openbeian.api.security.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backups of the database and the files beside it, made while the server works. Personal data stays encrypted in them; the
 * master keys are left out unless asked for. Callers check the right before. One at a time. Thread-safe.
 */
@ProviderType
public interface Backups {

    /**
     * A backup.
     *
     * @param at when its state is from, in real time
     * @param product the database that it was made on; it is restored on the same one
     * @param schema version of the schema
     * @param rows rows by table
     * @param files how many files stand beside the database
     * @param bytes size of all in bytes
     * @param masters ids of the master keys that its data needs
     * @param withKeys whether it holds the key vault too
     */
    record Backup(Instant at, String product, String schema, Map<String, Long> rows, long files, long bytes,
            Set<String> masters, boolean withKeys) {
    }

    /**
     * Makes a backup: the state of one moment, while filings go on.
     *
     * @param directory where to; made here, must not exist or must be empty
     * @param withKeys whether the key vault is put beside the data; whoever has both can read all
     * @throws IllegalArgumentException when the directory cannot be used
     * @throws IllegalStateException when it failed; nothing usable is left
     */
    Backup create(Path directory, boolean withKeys);

    /**
     * Reads a backup and compares every checksum.
     *
     * @throws IllegalArgumentException when it is no backup, is damaged or incomplete; says what
     */
    Backup check(Path directory);

    /**
     * Puts a backup into this server, which must not hold an order yet, and opens the store anew. Requests are answered with
     * 503 meanwhile.
     *
     * @param actor who does it, for the audit
     * @throws IllegalArgumentException when the backup is damaged, from another database product or a newer schema, when its
     *     master keys are missing, or the server holds orders; nothing was changed
     */
    Backup restore(Actor actor, Path directory);
}
