package org.openbeian.contract.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.testkit.Catalogue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Writes the table of the catalogue's rules, fields, limits and materials with the entries of rule files that carry them, or
 * with the part of the server that does. The build calls it last.
 */
public final class RuleRows {

    private static final String RULES = "rules";
    /** Sections whose entries judge nothing. */
    private static final Set<String> REMARKS = Set.of("notes", "readings", "unknown");

    private final SortedMap<String, SortedSet<String>> carriers = new TreeMap<>();

    /** Nothing read yet. */
    public RuleRows() {
    }

    /**
     * Writes the table.
     *
     * @param args root directory of the build, file to write
     * @throws IllegalStateException when an entry cites a row that the catalogue does not know, or no entry cites a row that
     *     is said to be carried by the rule files
     */
    public static void main(String[] args) throws IOException {
        RuleRows rows = new RuleRows();
        try (Stream<Path> files = Files.find(Path.of(args[0]).resolve("bundles/provinces"), 8, (file, attributes) ->
                file.toString().endsWith(RuleFiles.SUFFIX) && file.toString().replace('\\', '/').contains("/src/main/"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString().replace(RuleFiles.SUFFIX, "");
                rows.read(name, Files.readString(file));
            }
        }
        Path table = Path.of(args[1]);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, rows.render(homes(), Catalogue.titles()));
    }

    /** Kind and home of each row, such as {@code F rules}. */
    static SortedMap<String, String> homes() {
        Properties rows = new Properties();
        try (InputStream in = RuleRows.class.getResourceAsStream("rule-rows.properties")) {
            rows.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> homes = new TreeMap<>(Catalogue.titles().comparator());
        rows.forEach((row, home) -> homes.put((String) row, (String) home));
        return homes;
    }

    /**
     * Reads the entries of a rule file that cite rows.
     *
     * @param name name of the file without its ending
     * @param text the file
     */
    public void read(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(RuleFiles.MAX_CHARACTERS);
        Map<?, ?> file = new Yaml(new SafeConstructor(options)).load(text);
        file.forEach((section, content) -> {
            if (!REMARKS.contains(section)) {
                walk(name, String.valueOf(section), content);
            }
        });
    }

    /** What carries each row that some entry cites, such as {@code national: rules email-invalid}, by row. */
    public SortedMap<String, SortedSet<String>> carriers() {
        return carriers;
    }

    private void walk(String file, String section, Object content) {
        if (content instanceof List<?> entries) {
            entries.forEach(entry -> walk(file, section, entry));
        } else if (content instanceof Map<?, ?> entry && entry.get("source") instanceof Map<?, ?> source
            && source.get("row") != null) {
            String carrier = file + ": " + section + " " + label(entry);
            for (String row : String.valueOf(source.get("row")).split("\\s*,\\s*")) {
                carriers.computeIfAbsent(row, r -> new TreeSet<>()).add(carrier.strip());
            }
        }
    }

    private static String label(Map<?, ?> entry) {
        return Stream.of("id", "fact", "extra", "type", "rule").map(entry::get).filter(String.class::isInstance)
            .map(String.class::cast).findFirst().orElse("");
    }

    /** The table as Markdown. */
    String render(SortedMap<String, String> homes, SortedMap<String, String> titles) {
        Set<String> unknown = new TreeSet<>(carriers.keySet());
        unknown.addAll(homes.keySet());
        unknown.removeAll(titles.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Rule files name rows that the catalogue does not know: " + unknown);
        }
        List<String> lines = new ArrayList<>();
        List<String> uncarried = new ArrayList<>();
        int carried = 0;
        for (Map.Entry<String, String> row : homes.entrySet()) {
            String kind = row.getValue().substring(0, 1);
            String home = row.getValue().substring(2);
            Set<String> entries = carriers.getOrDefault(row.getKey(), new TreeSet<>());
            carried += entries.isEmpty() ? 0 : 1;
            if (entries.isEmpty() && home.equals(RULES)) {
                uncarried.add(row.getKey());
            }
            lines.add("| " + row.getKey() + " | " + kind + " | " + titles.get(row.getKey()) + " | "
                + (entries.isEmpty() ? "not carried by rule files: " + home : String.join("<br>", entries)) + " |");
        }
        if (!uncarried.isEmpty()) {
            throw new IllegalStateException("No entry of a rule file cites these rows: " + uncarried);
        }
        return "# Rules, fields, limits and materials of the catalogue\n\nRule files carry " + carried + " of " + homes.size()
            + " rows.\n\n| row | kind | title | carried by |\n|---|---|---|---|\n" + String.join("\n", lines) + "\n";
    }
}
