package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** The catalogue of messages against what the sources of all bundles tell. */
public class NoticeTest {

    /** From the name of a call that tells to its values, or to the end of its statement or of its row. */
    private static final Pattern CALL = Pattern.compile(
        "(?:\\btell\\(|\\bremind\\(|new (?:Notices\\.)?Notice\\(|\\bMESSAGE, )([^;]*?)(?:;|\\brow\\(|\\bMap\\.)");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"|\\bNotice\\.([A-Z_]+)\\b");
    private static final Path BUNDLES = Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();

    /**
     * Every message is an argument of a call that tells it: {@code tell} in the life cycle's rows and elsewhere, {@code remind}, or a
     * {@code Notice} that is made for it. That the name stands somewhere else in the sources does not count.
     */
    @Test
    @Requirement({"W-07", "A-99", "T-39", "Q-14", "W-33", "E-16", "E-18", "T-111", "T-40"})
    public void everyMessageIsToldByAnEvent() {
        Set<String> told = told(sources());
        assertEquals(List.of(), Arrays.stream(Notice.values()).map(Notice::id).filter(id -> !told.contains(id)).toList());
        assertEquals("what the life cycle tells is in the catalogue", List.of(), told(rows()).stream()
            .filter(id -> Notice.of(id).isEmpty()).toList());
        assertEquals("a name alone does not tell", Set.of("a", "b", "c"), told("""
            row(X).tell("a", "b"); remind(order, "c", now); Map.entry("d", 1); x.equals("e"); // "f"
            """));
    }

    static Set<String> told(String sources) {
        return CALL.matcher(sources).results().flatMap(call -> NAME.matcher(call.group(1)).results())
            .map(name -> name.group(1) != null ? name.group(1) : Notice.valueOf(name.group(2)).id()).collect(Collectors.toSet());
    }

    private static String rows() {
        return read(BUNDLES.resolve("core/src/main/java/org/openbeian/core/order/OrderLifeCycle.java"));
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".java") && file.toString().contains("/src/main/java/")
                && !file.endsWith("Notice.java")).map(NoticeTest::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
