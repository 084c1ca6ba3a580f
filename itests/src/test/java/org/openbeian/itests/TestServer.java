package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openbeian.demo.ServerProcess;

/** Servers for tests: one of the distribution that we ship, in a directory below {@code target}. */
final class TestServer {

    /** A start takes ten seconds, two minutes were seen on a machine that did much else; one that hangs takes forever. */
    private static final Duration BOOT = Duration.ofSeconds(300);

    /** The clock jumps sooner than in the demonstration, where people look on. */
    private static final String SIMULATOR = "org.openbeian.authority.simulator.cfg";

    /** The number that calls applicants of the shared server. */
    static final String CALL_NUMBER = "010-5550 0199";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static ServerProcess shared;

    private TestServer() {
    }

    /** The server that all tests share which do not kill it; started on first use, ended with the tests' process. */
    static synchronized ServerProcess shared() throws IOException, InterruptedException {
        if (shared == null) {
            shared = prepare("shared").withFeature("openbeian-province-gansu").withFeature("openbeian-butler")
                    .withFeature("openbeian-channel-webhook")
                    .withFeature("openbeian-provider-examples").set("org.openbeian.core.cfg", "call.number", CALL_NUMBER);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            boot(shared);
        }
        return shared;
    }

    /** Starts a server and waits until it is ready. */
    static void boot(ServerProcess server) throws IOException, InterruptedException {
        server.start();
        awaitReady(server);
    }

    /** Waits until a server that was started is ready; one that hangs fails the test and is told with its threads. */
    static void awaitReady(ServerProcess server) throws IOException, InterruptedException {
        try {
            server.awaitReady(BOOT);
        } catch (IllegalStateException hanging) {
            Process threads = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jstack").toString(),
                    Long.toString(server.pid())).redirectErrorStream(true).start();
            System.out.println(hanging.getMessage() + "\n"
                    + new String(threads.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            throw hanging;
        }
    }

    /** A fresh server with the authority simulator, not started. */
    static ServerProcess prepare(String name) throws IOException {
        Path home = Path.of("target", "servers", name).toAbsolutePath();
        delete(home);
        return ServerProcess.prepare(archive(), home).onFreePorts().withSimulator()
                .set(SIMULATOR, "poll.millis", "5").set(SIMULATOR, "pause.millis", "10");
    }

    /** The distribution as the build made it. */
    static Path archive() {
        return Path.of(System.getProperty("distribution.archive"));
    }

    /** Runs shell commands through the distribution's own client; returns what they printed. */
    static String shell(ServerProcess server, String... commands) throws IOException, InterruptedException {
        Process client = new ProcessBuilder(server.home().resolve("bin/client").toString(), "-b", "-u", "admin", "-p",
                server.password("admin"), "-a", server.read("org.apache.karaf.shell.cfg", "sshPort"), "-h",
                "127.0.0.1").redirectErrorStream(true).start();
        client.getOutputStream().write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().close();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        client.waitFor();
        return output;
    }

    /** Runs one shell command with {@code --json} and reads its answer. */
    static JsonNode shellJson(ServerProcess server, String command) throws IOException, InterruptedException {
        String output = shell(server, command + " --json");
        int start = output.indexOf('\n' + "[") >= 0 ? output.indexOf("[") : firstOf(output, '[', '{');
        if (start < 0) {
            throw new IllegalStateException(command + " printed no JSON: " + output);
        }
        return JSON.readTree(output.substring(start));
    }

    private static int firstOf(String text, char first, char second) {
        int a = text.indexOf(first);
        int b = text.indexOf(second);
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }

    /** Waits until something holds, looking again and again. */
    static void await(String what, Duration patience, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen within " + patience.toSeconds() + " s");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    /** Lines of the server's log that say that something broke, without those that the test expects. */
    static List<String> alarms(ServerProcess server, String expected) throws IOException {
        try (Stream<String> lines = Files.lines(server.home().resolve("data/log/karaf.log"))) {
            return lines.filter(line -> line.contains("| ERROR |") || line.contains(" ERROR "))
                    .filter(line -> !line.matches(expected) && !KarafLog.isHarmless(line)).toList();
        }
    }

    /** Deletes a directory and what is in it. */
    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
