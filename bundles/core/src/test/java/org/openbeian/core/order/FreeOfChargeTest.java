package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** A filing is never charged, and never waits for a paid service. */
public class FreeOfChargeTest {

    @Test
    @Requirement({"T-111", "W-05"})
    public void noPartOfTheLifeCycleKnowsOfBillingOrButlers() throws Exception {
        Path classes = Path.of(OrderEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".class")).toList();
            assertTrue("too few classes to mean anything", all.size() > 100);
            assertEquals(List.of(), all.stream().filter(FreeOfChargeTest::knowsOfMoney).toList());
            assertTrue("the search finds what is there", all.stream().anyMatch(file -> contains(file, "org/openbeian/api/order/")));
        }
    }

    private static boolean knowsOfMoney(Path file) {
        return contains(file, "org/openbeian/api/billing/") || contains(file, "org/openbeian/api/butler/");
    }

    private static boolean contains(Path file, String name) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
