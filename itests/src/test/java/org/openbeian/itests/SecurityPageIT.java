package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** {@code SECURITY.md} names tests that exist, and says something of every row of ASVS 4.0.3 level 2. */
public class SecurityPageIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+[^|]*) \\| (met|partly|no|none) \\| ([^|]+) \\|$");
    /** Last number of each section, and below it those that level 2 does not ask for or that were deleted. */
    private static final List<String> LEVEL_2 = List.of("1.1:7", "1.2:4", "1.4:5 -2 -3", "1.5:4", "1.6:4", "1.7:2", "1.8:2", "1.9:2",
        "1.10:1", "1.11:2", "1.12:2 -1", "1.14:6", "2.1:12", "2.2:3", "2.3:3", "2.4:5", "2.5:7", "2.6:3", "2.7:6", "2.8:6", "2.9:3",
        "2.10:4", "3.1:1", "3.2:4", "3.3:4", "3.4:5", "3.5:3", "3.7:1", "4.1:5 -4", "4.2:2", "4.3:3", "5.1:5", "5.2:8", "5.3:10",
        "5.4:3", "5.5:4", "6.1:3", "6.2:6", "6.3:2", "6.4:2", "7.1:4", "7.2:2", "7.3:4 -2", "7.4:3", "8.1:4", "8.2:3", "8.3:8", "9.1:3",
        "9.2:4", "10.2:2", "10.3:3", "11.1:8", "12.1:3", "12.2:1", "12.3:6", "12.4:2", "12.5:2", "12.6:1", "13.1:5 -2", "13.2:6 -4",
        "13.3:2", "13.4:2", "14.1:4", "14.2:6", "14.3:3 -1", "14.4:7", "14.5:4");

    @Test
    public void everyTestThatThePageNamesExists() throws IOException {
        Set<String> named = TEST.matcher(page()).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue("the check sees tests", named.size() > 20);
        try (Stream<Path> files = Files.walk(ROOT)) {
            Set<String> there = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length())).collect(Collectors.toSet());
            named.removeAll(there);
        }
        assertEquals(Set.of(), named);
    }

    @Test
    public void everyRowOfLevelTwoHasItsTestOrItsReason() throws IOException {
        Set<String> told = new HashSet<>();
        for (MatchResult row : (Iterable<MatchResult>) ROW.matcher(page()).results()::iterator) {
            for (String part : row.group(1).split(", ")) {
                Matcher range = Pattern.compile("(\\d+\\.\\d+)\\.(\\d+)(?:–\\1\\.(\\d+))?").matcher(part.strip());
                assertTrue(part, range.matches());
                int last = range.group(3) == null ? Integer.parseInt(range.group(2)) : Integer.parseInt(range.group(3));
                for (int no = Integer.parseInt(range.group(2)); no <= last; no++) {
                    assertTrue("twice: " + range.group(1) + "." + no, told.add(range.group(1) + "." + no));
                }
            }
        }
        assertEquals(level2(), new TreeSet<>(told));
    }

    private static Set<String> level2() {
        Set<String> rows = new TreeSet<>();
        for (String section : LEVEL_2) {
            String[] parts = section.split("[: ]");
            List<String> without = List.of(parts).subList(2, parts.length);
            for (int no = 1; no <= Integer.parseInt(parts[1]); no++) {
                if (!without.contains("-" + no)) {
                    rows.add(parts[0] + "." + no);
                }
            }
        }
        return rows;
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("SECURITY.md"));
    }
}
