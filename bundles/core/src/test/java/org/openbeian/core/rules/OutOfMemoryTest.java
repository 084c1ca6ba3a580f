package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A plugin ends a real process by eating its memory, with the flags and the script of the distribution. */
public class OutOfMemoryTest {

    private static final String KEY = "greedy/1.0.0/Check";
    private static final Path SCRIPT = Path.of("../../karaf-assembly/src/main/resources/bin/out-of-memory");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test(timeout = 120_000)
    public void theProcessEndsAndStartsAgainWithThatPluginQuarantined() throws Exception {
        assertTrue("ends of it", run("eat").startsWith("3 "));
        assertEquals("0 quarantined", run("look"));
        assertEquals("0 quarantined", run("look"));
    }

    @Test(timeout = 120_000)
    public void aProcessThatIsKilledQuarantinesNobody() throws Exception {
        assertTrue(run("halt").startsWith("9 "));
        assertEquals("0 free", run("look"));
    }

    private String run(String what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx24m",
            "-XX:+ExitOnOutOfMemoryError", "-XX:OnOutOfMemoryError=" + SCRIPT.toAbsolutePath().normalize(), "-cp",
            System.getProperty("java.class.path"), Program.class.getName(), what, folder.getRoot().getPath()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(new File(folder.getRoot(), "errors"));
        builder.environment().put("KARAF_DATA", folder.getRoot().getPath());
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue() + " " + told.lines().reduce((first, last) -> last).orElse("");
    }

    /** The process: calls a plugin that eats, ends in the middle of a call, or looks who is quarantined. */
    public static final class Program {

        private Program() {
        }

        /** Runs. */
        public static void main(String[] arguments) throws PluginGuard.Failed {
            Path root = Path.of(arguments[1]);
            Quarantine quarantine = Quarantine.open(root.resolve("plugins"), root.resolve("out-of-memory"));
            PluginGuard guard = new PluginGuard("greedy", KEY, new PluginGuard.Limits(60_000, 1), quarantine);
            switch (arguments[0]) {
                case "eat" -> guard.call(() -> {
                    List<byte[]> eaten = new ArrayList<>();
                    while (true) {
                        eaten.add(new byte[1_000_000]);
                    }
                });
                case "halt" -> guard.call(() -> {
                    Runtime.getRuntime().halt(9);
                    return "never";
                });
                default -> System.out.println(guard.quarantined() == null ? "free" : "quarantined");
            }
        }
    }
}
