package org.openbeian.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of the server that the README's command runs. It outlives builds: a newer distribution replaces the
 * program, the data and the accounts stay.
 */
final class RunDirectory {

    private static final String STAMP = ".build";
    private static final List<String> REBUILT_DATA = List.of("cache", "tmp", "generated-bundles", "pax-web", "kar");

    private final Path archive;
    private final Path home;

    RunDirectory(Path archive, Path home) {
        this.archive = archive;
        this.home = home;
    }

    /** Unpacks the distribution when none or an older one is there. */
    ServerProcess open() throws IOException {
        String stamp = Files.getLastModifiedTime(archive) + " " + Files.size(archive);
        Path mark = home.resolve(STAMP);
        if (Files.exists(mark) && Files.readString(mark).equals(stamp)) {
            return ServerProcess.prepare(archive, home);
        }
        Path former = home.resolveSibling(home.getFileName() + ".former");
        if (Files.exists(home)) {
            delete(former);
            Files.move(home, former);
        }
        ServerProcess server = ServerProcess.prepare(archive, home);
        if (Files.exists(former)) {
            takeOver(former);
            delete(former);
        }
        Files.writeString(mark, stamp);
        return server;
    }

    private void takeOver(Path former) throws IOException {
        if (Files.exists(former.resolve("data"))) {
            delete(home.resolve("data"));
            Files.move(former.resolve("data"), home.resolve("data"));
            for (String rebuilt : REBUILT_DATA) {
                delete(home.resolve("data").resolve(rebuilt));
            }
        }
        try (Stream<Path> files = Files.list(former.resolve("etc"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = home.resolve("etc").resolve(file.getFileName());
                if (!Files.exists(target) || file.endsWith("users.properties")) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Deletes a directory and what is in it; nothing happens when it is missing. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
