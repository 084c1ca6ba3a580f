package org.openbeian.security.crypt;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a vault: names and values, the values in base64. It is replaced as a whole and forced to the disk, never changed
 * in place, and only its owner may read it. Not thread-safe.
 */
final class VaultFile {

    private static final Logger LOG = LoggerFactory.getLogger(VaultFile.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final String HEADER = """
        # OpenBeian's master keys and secrets. Without this file nobody can read the personal data, so keep a copy of it,
        # but not beside the backups of the database: whoever has both can read all. Written by the server; do not edit.
        """;

    private final Path path;
    private FileTime read;

    VaultFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Whether somebody else has replaced the file since it was last read or written here. A file that cannot be looked at is not
     * newer: the keys in memory serve on.
     */
    boolean isNewer() {
        try {
            return !Files.getLastModifiedTime(path).equals(read);
        } catch (IOException e) {
            return false;
        }
    }

    Map<String, byte[]> load() {
        try {
            warnOfOthers();
            read = Files.getLastModifiedTime(path);
            return parse(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the key vault " + path + " cannot be read", e);
        }
    }

    /**
     * Names and values of a file's text.
     *
     * @throws IllegalStateException when it is damaged
     */
    static Map<String, byte[]> parse(String text) {
        Map<String, byte[]> values = new TreeMap<>();
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            for (String name : properties.stringPropertyNames()) {
                values.put(name, Base64.getDecoder().decode(properties.getProperty(name).strip()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the key vault is damaged: a value is not base64", e);
        }
        return values;
    }

    /** The text of a file. */
    static String text(Map<String, byte[]> values) {
        StringBuilder text = new StringBuilder(HEADER);
        new TreeMap<>(values).forEach((name, value) -> text.append(name).append(" = ")
            .append(Base64.getEncoder().encodeToString(value)).append('\n'));
        return text.toString();
    }

    void save(Map<String, byte[]> values) {
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, attributes());
            Files.writeString(draft, text(values), StandardOpenOption.SYNC);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(path.toAbsolutePath().getParent());
            read = Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the key vault " + path + " cannot be written", e);
        }
    }

    private FileAttribute<?>[] attributes() throws IOException {
        return hasPermissions() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
    }

    private boolean hasPermissions() throws IOException {
        return Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }

    private void warnOfOthers() throws IOException {
        if (hasPermissions() && !OWNER.containsAll(Files.getPosixFilePermissions(path))) {
            LOG.warn("The key vault {} is open to others than its owner; set its mode to 0600", path);
        }
    }

    /** Makes the renaming survive a power failure, where the system lets a directory be forced. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("The directory of the key vault cannot be forced to the disk: {}", e.getMessage());
        }
    }
}
