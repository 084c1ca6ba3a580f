package org.openbeian.store.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeian.api.store.Backups.Backup;
import org.openbeian.core.json.ModelJson;

/**
 * The directory of a backup: {@code database/}, {@code files/}, {@code openbeian.vault} if asked for, {@code checksums.sha256}
 * as {@code sha256sum -c} reads it, and {@code backup.json}, written last: without it there is no backup.
 */
final class BackupDirectory {

    static final String VAULT = "openbeian.vault";

    private static final String MANIFEST = "backup.json";
    private static final String CHECKSUMS = "checksums.sha256";
    private static final ObjectMapper JSON = ModelJson.mapper();

    private final Path root;

    BackupDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * What stands in {@code backup.json}.
     *
     * @param backup what is told of it
     * @param sequences the next number of each sequence
     * @param checksums SHA-256 of the list of checksums
     */
    record Manifest(Backup backup, Map<String, Long> sequences, String checksums) {
    }

    /** Makes the directory for its owner alone. */
    void create() throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> present = Files.list(root)) {
                if (present.findAny().isPresent()) {
                    throw new IllegalArgumentException(root + " is not empty");
                }
            }
        } else {
            Files.createDirectories(root.getParent());
            boolean posix = Files.getFileStore(root.getParent()).supportsFileAttributeView("posix");
            Files.createDirectory(root, posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------"))} : new FileAttribute<?>[0]);
        }
        Files.createDirectory(database());
        Files.createDirectory(files());
    }

    Path database() {
        return root.resolve("database");
    }

    Path files() {
        return root.resolve("files");
    }

    Path vault() {
        return root.resolve(VAULT);
    }

    /** Sums everything up and makes it a backup. */
    void finish(Backup backup, Map<String, Long> sequences) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(root.resolve(CHECKSUMS)); Stream<Path> content = content()) {
            for (Path file : (Iterable<Path>) content::iterator) {
                out.write(digest(file) + "  " + root.relativize(file).toString().replace('\\', '/') + "\n");
            }
        }
        Files.write(root.resolve(MANIFEST), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(
            new Manifest(backup, sequences, digest(root.resolve(CHECKSUMS)))));
    }

    /** Size of all content in bytes. */
    long bytes() throws IOException {
        try (Stream<Path> content = content()) {
            return content.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /**
     * Reads the manifest after every checksum was compared.
     *
     * @throws IllegalArgumentException when something is missing, changed or too much
     */
    Manifest check() throws IOException {
        if (!Files.isRegularFile(root.resolve(MANIFEST)) || !Files.isRegularFile(root.resolve(CHECKSUMS))) {
            throw new IllegalArgumentException(root + " holds no finished backup");
        }
        Manifest manifest = JSON.readValue(root.resolve(MANIFEST).toFile(), Manifest.class);
        if (!digest(root.resolve(CHECKSUMS)).equals(manifest.checksums())) {
            throw new IllegalArgumentException("the backup is damaged: " + CHECKSUMS + " was changed");
        }
        Set<String> listed = new HashSet<>();
        List<String> lines = Files.readAllLines(root.resolve(CHECKSUMS));
        for (String line : lines) {
            String name = line.substring(66);
            Path file = root.resolve(name).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file) || !digest(file).equals(line.substring(0, 64))) {
                throw new IllegalArgumentException("the backup is damaged: " + name + " is missing or was changed");
            }
            listed.add(name);
        }
        try (Stream<Path> content = content()) {
            content.map(file -> root.relativize(file).toString().replace('\\', '/')).filter(name -> !listed.contains(name)).findAny()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("the backup was changed: " + name + " does not belong to it");
                });
        }
        return manifest;
    }

    private Stream<Path> content() throws IOException {
        return Files.walk(root).filter(Files::isRegularFile)
            .filter(file -> !file.equals(root.resolve(MANIFEST)) && !file.equals(root.resolve(CHECKSUMS))).sorted();
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
