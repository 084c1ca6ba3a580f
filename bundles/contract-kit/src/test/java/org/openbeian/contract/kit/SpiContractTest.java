package org.openbeian.contract.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleCheck;

/** Services that do not keep to the SPI are found. */
public class SpiContractTest {

    /** Stands for the classes of a module. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aGoodCheckPasses() {
        assertEquals(List.of(), SpiContract.check(new Check("my-check", "620000", List::of)));
    }

    @Test
    public void nullAndExceptionsAreFound() {
        found(new Check("my-check", "620000", () -> null), "Check: check answers null");
        found(new Check("my-check", "620000", () -> {
            throw new IllegalStateException("nobody home");
        }), "Check: check throws java.lang.IllegalStateException: nobody home");
    }

    @Test
    public void slowCallsAreFound() {
        List<String> wrong = SpiContract.check(new Check("my-check", "620000", List::of), 0);
        assertTrue(wrong.toString(), wrong.stream().allMatch(w -> w.endsWith(" ms, which is too long")) && wrong.size() > 5);
    }

    @Test
    public void oddIdsAreFound() {
        found(new Check("My Check", "620000", List::of), "My Check: is no id: lower-case letters, digits, hyphens and dots");
        found(new Check("my-check", "Gansu", List::of), "Check: provinceId is Gansu");
    }

    @Test
    public void onAnInterruptedThreadAnAnswerIsStillAnAnswer() {
        found(new Check("my-check", "620000", () -> {
            try {
                new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
                return List.of();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }), "Check: check on an interrupted thread throws java.lang.IllegalStateException: java.lang.InterruptedException");
        assertFalse("the test's own thread is as it was", Thread.interrupted());
    }

    @Test
    public void componentsOfTheModuleAreMade() throws IOException {
        Path description = folder.newFolder("OSGI-INF").toPath().resolve("broken.xml");
        Files.writeString(description, "<implementation class=\"" + Broken.class.getName() + "\"/>");
        List<String> wrong = SpiContract.check(folder.getRoot().toPath());
        assertTrue(wrong.toString(), wrong.contains("Broken: check answers null"));
        Files.writeString(description, "<implementation class=\"" + SpiContractTest.class.getName() + "\"/>");
        assertEquals("none of the SPI's", List.of(), SpiContract.check(folder.getRoot().toPath()));
        Files.writeString(description, "<implementation class=\"org.example.Missing\"/>");
        assertEquals(1, SpiContract.check(folder.getRoot().toPath()).size());
    }

    private static void found(Object service, String mistake) {
        List<String> wrong = SpiContract.check(service);
        assertTrue(wrong.toString(), wrong.contains(mistake));
    }

    private record Check(String id, String provinceId, Supplier<List<Finding>> answer) implements RuleCheck {
        @Override
        public List<Finding> check(FilingCase filing) {
            return answer.get();
        }
    }

    /** A component with a configuration. */
    public static final class Broken implements RuleCheck {

        private final int years;

        /** Takes the configuration. */
        public Broken(Config config) {
            years = config.years();
        }

        /** Its configuration. */
        public @interface Config {
            /** A number. */
            int years() default 18;
        }

        @Override
        public String id() {
            return "broken-" + years;
        }

        @Override
        public String provinceId() {
            return "000000";
        }

        @Override
        public List<Finding> check(FilingCase filing) {
            return null;
        }
    }
}
