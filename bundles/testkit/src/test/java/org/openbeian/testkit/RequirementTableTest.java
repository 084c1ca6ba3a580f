package org.openbeian.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

public class RequirementTableTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final SortedMap<String, String> titles = new TreeMap<>(Map.of("W-01", "one", "W-02", "two", "W-03", "three"));

    @Test
    public void aRowIsShownOnlyByPassingTests() {
        String table = RequirementTable.render(titles, Map.of(
            "W-01", Map.of("a", "PASSED", "b", "SKIPPED"),
            "W-02", Map.of("a", "PASSED", "b", "FAILED"),
            "W-03", Map.of("a", "SKIPPED")));
        String shown = table.substring(0, table.indexOf("## Without"));
        assertTrue(table, table.contains("1 of 3 rows"));
        assertTrue(shown, shown.contains("W-01"));
        assertEquals(-1, shown.indexOf("W-02"));
        assertEquals(-1, shown.indexOf("W-03"));
    }

    @Test
    public void anUnknownRowIsRefused() {
        Map<String, Map<String, String>> outcomes = Map.of("W-99", Map.of("a", "PASSED"));
        assertThrows(IllegalStateException.class, () -> RequirementTable.render(titles, outcomes));
    }

    @Test
    public void theLastRunOfATestCounts() throws Exception {
        Path module = Files.createDirectories(folder.getRoot().toPath().resolve("bundles/x/target/requirements"));
        Files.write(module.resolve("T.tsv"), List.of("W-01\tFAILED\tt(T)", "W-01\tPASSED\tt(T)"));
        assertEquals(Map.of("W-01", Map.of("t(T)", "PASSED")), RequirementTable.read(folder.getRoot().toPath()));
    }

    @Test
    public void aTestThatNamesAnUnknownRowFails() {
        assertEquals(List.of("Test mechanism"), failures(NamesUnknownRow.class));
        assertEquals(List.of(), failures(NamesKnownRow.class));
    }

    private static List<String> failures(Class<?> test) {
        JUnitCore junit = new JUnitCore();
        junit.addListener(new RequirementListener(null));
        Result result = junit.run(test);
        return result.getFailures().stream().map(f -> f.getDescription().equals(Description.TEST_MECHANISM)
            ? "Test mechanism" : f.getMessage()).toList();
    }

    /** Run by {@link #failures} only: the build leaves nested classes out. */
    public static final class NamesUnknownRow {

        @Test
        @Requirement("W-999")
        public void test() {
            assertTrue(true);
        }
    }

    /** Run by {@link #failures} only. */
    public static final class NamesKnownRow {

        @Test
        @Requirement("W-06")
        public void test() {
            assertTrue(true);
        }
    }
}
