package org.openbeian.core.message;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** The catalogue of messages against what the sources of all bundles tell. */
public class NoticeTest {

    private static final Path BUNDLES = Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();

    /** Every message has a place that tells it, unless the catalogue says that it still awaits its event. */
    @Test
    @Requirement({"W-07", "A-99", "T-39", "Q-14", "W-33", "E-16", "E-18", "T-111", "T-40"})
    public void everyMessageIsToldSomewhere() {
        String sources = sources();
        List<String> untold = Arrays.stream(Notice.values()).filter(notice -> !notice.type().awaitsEvent()
            && !sources.contains("\"" + notice.id() + "\"") && !sources.contains("Notice." + notice.name() + ".")).map(Notice::id).toList();
        assertEquals(List.of(), untold);
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
