package org.openbeian.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;

/**
 * How long it takes to read all 32 rule files with their examples: once in a process that has read none before, as when a server
 * starts, and again when it is warm.
 * {@code mvn -Pbenchmarks -pl itests/benchmarks exec:exec -Dmain=org.openbeian.benchmarks.Loading}.
 */
public final class Loading {

    private Loading() {
    }

    /** Prints the times; takes the folder of the provinces. */
    public static void main(String[] arguments) throws IOException, RuleFileException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(RuleFiles.SUFFIX) && file.toString().contains("src")).sorted().toList();
        }
        for (String what : List.of("cold", "second", "third")) {
            long start = System.nanoTime();
            for (Path file : files) {
                RuleFiles.read(Files.readString(file), "benchmark", "1.0.0");
            }
            System.out.printf("%d rule files with their examples, %s: %,d ms%n", files.size(), what,
                (System.nanoTime() - start) / 1_000_000);
        }
    }
}
