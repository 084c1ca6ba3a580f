package org.openbeian.contract.kit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.core.rules.RuleFile;

/**
 * The table in a province's README that says of every topic what the sources say and what carries it. It is held against
 * the rule file in both directions, so that neither can change alone.
 */
final class FactTable {

    static final String HEAD = "| topic | reading | sources | carried by |";
    private static final Pattern CARRIED = Pattern.compile("(rule|material|field|header|national) `([^`]+)`");
    private static final Set<String> HEADERS = Set.of("review", "footer");

    private final RuleFile file;
    private final RuleFile national;
    private final Set<String> told = new LinkedHashSet<>();
    private final List<String> wrong = new ArrayList<>();

    private FactTable(RuleFile file, RuleFile national) {
        this.file = file;
        this.national = national;
    }

    /**
     * What is wrong with the table.
     *
     * @param readme text of the README; one without a table is fine
     * @param national the rules of the nation
     */
    static List<String> check(String readme, RuleFile file, RuleFile national) {
        FactTable table = new FactTable(file, national);
        List<String> lines = readme.lines().toList();
        int head = lines.indexOf(HEAD);
        if (head < 0) {
            return List.of();
        }
        lines.stream().skip(head + 2L).takeWhile(line -> line.startsWith("|")).forEach(table::row);
        table.nothingUntold();
        return table.wrong;
    }

    private void row(String line) {
        String[] cells = line.split("\\|", -1);
        String topic = cells[1].strip();
        String by = cells[4].strip();
        told.add("topic " + topic);
        if (by.equals("unknown")) {
            require(file.unknownTopics().contains(topic), topic + " is unknown in the table, not in the file");
            return;
        }
        boolean note = Stream.of(by.split(", ")).anyMatch("note"::equals);
        require(!note || file.noteTopics().contains(topic), topic + " is carried by a note that the file does not have");
        require(!cells[3].isBlank(), topic + " has no source");
        Matcher carried = CARRIED.matcher(by);
        boolean any = note || by.equals("typesOff") || by.startsWith("typesOff, ");
        while (carried.find()) {
            any = true;
            told.add(carried.group(1) + " " + carried.group(2));
            require(exists(carried.group(1), carried.group(2)), topic + ": no " + carried.group());
        }
        require(any, topic + " is carried by nothing: " + by);
    }

    private boolean exists(String kind, String id) {
        return switch (kind) {
            case "rule" -> file.ruleIds().contains(id);
            case "material" -> file.materialTypes().contains(id);
            case "field" -> file.ruleIds().contains("required." + id);
            case "national" -> national.ruleIds().contains(id);
            default -> HEADERS.contains(id);
        };
    }

    private void nothingUntold() {
        file.ruleIds().stream().map(id -> id.startsWith("required.") ? "field " + id.substring(9) : "rule " + id)
            .filter(entry -> !told.contains(entry)).forEach(entry -> wrong.add("not in the table: " + entry));
        file.materialTypes().stream().filter(type -> !told.contains("material " + type))
            .forEach(type -> wrong.add("not in the table: material " + type));
        Stream.concat(file.unknownTopics().stream(), file.noteTopics().stream())
            .filter(topic -> !told.contains("topic " + topic)).forEach(topic -> wrong.add("not in the table: " + topic));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
