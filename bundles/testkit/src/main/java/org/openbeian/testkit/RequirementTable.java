package org.openbeian.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the table of catalogue rows with and without a passing test, from what {@link RequirementListener} wrote
 * down in the {@code target/requirements} directories of all modules. The build calls it last.
 */
public final class RequirementTable {

    private RequirementTable() {
    }

    /**
     * Writes the table.
     *
     * @param args root directory of the build, file to write
     * @throws IllegalStateException when a test names a row that the catalogue does not know
     */
    public static void main(String[] args) throws IOException {
        Path table = Path.of(args[1]);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, render(Catalogue.titles(), read(Path.of(args[0]))));
    }

    /** Outcomes by row id: test name to outcome, where the last run of a test counts. */
    static SortedMap<String, Map<String, String>> read(Path root) throws IOException {
        SortedMap<String, Map<String, String>> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.find(root, 6, (file, attributes) -> file.toString().endsWith(".tsv")
                && file.getParent().endsWith("target/requirements"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    String[] cells = line.split("\t");
                    outcomes.computeIfAbsent(cells[0], id -> new TreeMap<>()).put(cells[2], cells[1]);
                }
            }
        }
        return outcomes;
    }

    /** The table as Markdown. */
    static String render(SortedMap<String, String> titles, Map<String, Map<String, String>> outcomes) {
        Set<String> unknown = new HashSet<>(outcomes.keySet());
        unknown.removeAll(titles.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Tests name rows that the catalogue does not know: " + unknown);
        }
        List<String> shown = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, String> row : titles.entrySet()) {
            Map<String, String> tests = outcomes.getOrDefault(row.getKey(), Map.of());
            boolean holds = tests.containsValue("PASSED") && !tests.containsValue("FAILED");
            String line = "| " + row.getKey() + " | " + row.getValue() + " | " + String.join("<br>", tests.keySet()) + " |";
            (holds ? shown : open).add(line);
        }
        String head = "\n| row | title | tests |\n|---|---|---|\n";
        return "# Requirement rows\n\n" + shown.size() + " of " + titles.size() + " rows have a passing test.\n\n"
            + "## With a passing test\n" + head + lines(shown) + "\n## Without\n" + head + lines(open);
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
