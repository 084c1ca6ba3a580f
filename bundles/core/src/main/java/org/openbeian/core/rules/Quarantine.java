package org.openbeian.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that are not called because one of their calls used up the server's memory: within this process, or in the one
 * before, which ended of it. The note that it ended so is left by the JVM ({@code bin/out-of-memory}); which plugins were
 * being called then stands in the {@link CallLedger}. A new version of the bundle is another plugin. Thread-safe.
 */
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final String WHY_BEFORE = "the server ran out of memory while it was being called, and ended";
    private static final String WHY_NOW = "a call of it ran out of memory";

    private final Properties reasons = new Properties();
    private final CallLedger ledger;
    private final Path file;

    private Quarantine(CallLedger ledger, Path file) {
        this.ledger = ledger;
        this.file = file;
    }

    /** Nothing is kept beyond the process. */
    static Quarantine inMemory() {
        return new Quarantine(CallLedger.inMemory(), null);
    }

    /**
     * Opens what is kept and looks how the process before ended.
     *
     * @param directory where it is kept
     * @param note file that says that the process before ran out of memory; deleted when it was looked at
     */
    static Quarantine open(Path directory, Path note) {
        try {
            Quarantine quarantine = new Quarantine(CallLedger.open(directory.resolve("calls")),
                directory.resolve("quarantine.properties"));
            quarantine.load();
            List<String> interrupted = quarantine.ledger.interrupted();
            if (Files.deleteIfExists(note)) {
                LOG.warn("The server ran out of memory and was started again; plugins being called then: {}", interrupted);
                interrupted.forEach(plugin -> quarantine.add(plugin, WHY_BEFORE));
            }
            return quarantine;
        } catch (IOException e) {
            LOG.error("The quarantine of plugins cannot be kept in {}: {}", directory, e.toString());
            return inMemory();
        }
    }

    /** Why a plugin is not called, or null. */
    synchronized String reason(String plugin) {
        return reasons.getProperty(plugin);
    }

    /** Keeps a plugin from being called. */
    void outOfMemory(String plugin) {
        add(plugin, WHY_NOW);
    }

    /** Lets a plugin be called again. */
    synchronized void release(String plugin) {
        reasons.remove(plugin);
        save();
    }

    CallLedger.Slot slot(String plugin) {
        return ledger.slot(plugin);
    }

    private synchronized void add(String plugin, String reason) {
        LOG.error("Plugin {} is quarantined: {}", plugin, reason);
        reasons.setProperty(plugin, reason);
        save();
    }

    private void load() throws IOException {
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                reasons.load(in);
            } catch (IllegalArgumentException e) {
                LOG.error("{} is damaged and not used: {}", file, e.getMessage());
            }
        }
    }

    private void save() {
        if (file == null) {
            return;
        }
        Path draft = file.resolveSibling("quarantine.draft");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                reasons.store(out, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.error("The quarantine cannot be kept in {}: {}", file, e.toString());
        }
    }
}
