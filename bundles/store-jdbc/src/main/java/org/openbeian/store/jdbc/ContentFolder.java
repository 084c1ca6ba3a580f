package org.openbeian.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.api.store.StoreUnavailable;

/** A folder of files that are written once, each whole or not at all, spread over 256 folders. Thread-safe. */
final class ContentFolder {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final List<String> deferred = new ArrayList<>();
    private int holds;

    ContentFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a file.
     *
     * @param forced whether it must be on the disk when this returns
     * @throws StoreUnavailable when the disk does not take it
     */
    void write(String id, byte[] content, boolean forced) {
        Path file = file(id);
        Path unfinished = file.resolveSibling(id + UNFINISHED);
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (forced) {
                    channel.force(true);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (forced) {
                force(file.getParent());
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the file " + file + " cannot be written", e);
        }
    }

    /**
     * Reads a file.
     *
     * @param length how long it must be
     * @throws IllegalStateException when it is missing or damaged
     */
    byte[] read(String id, long length) {
        Path file = file(id);
        try {
            byte[] content = Files.readAllBytes(file);
            if (content.length != length) {
                throw new IllegalStateException("the file " + file + " has " + content.length + " bytes instead of " + length);
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("the file " + file + " is missing; bring it back from a backup", e);
        } catch (IOException e) {
            throw new StoreUnavailable("the file " + file + " cannot be read", e);
        }
    }

    /** Deletes a file; while somebody holds the files, once he lets them go. */
    void delete(String id) {
        synchronized (deferred) {
            if (holds > 0) {
                deferred.add(id);
                return;
            }
        }
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps every file until {@link #release}, as a backup needs it. */
    void hold() {
        synchronized (deferred) {
            holds++;
        }
    }

    /** Ends a {@link #hold}; what was to be deleted meanwhile is, when nobody else holds the files. */
    void release() {
        List<String> now;
        synchronized (deferred) {
            now = --holds == 0 ? List.copyOf(deferred) : List.of();
            deferred.removeAll(now);
        }
        now.forEach(this::delete);
    }

    /** Where a file lies. */
    Path path(String id) {
        return file(id);
    }

    /** Ids of files that were last written before a time. */
    List<String> writtenBefore(Instant time) {
        List<String> ids = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.find(folder, 2, (file, data) -> data.isRegularFile()
                    && data.lastModifiedTime().toInstant().isBefore(time))) {
                files.forEach(file -> ids.add(file.getFileName().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ids;
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("this is no id of a content: " + id);
        }
        String base = id.endsWith(UNFINISHED) ? id.substring(0, id.length() - UNFINISHED.length()) : id;
        return folder.resolve(String.format(Locale.ROOT, "%02x", base.hashCode() & 0xFF)).resolve(id);
    }
}
