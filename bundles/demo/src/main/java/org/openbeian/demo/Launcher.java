package org.openbeian.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The README's first command: runs the built distribution in the foreground with the embedded database and the
 * authority simulator on its virtual clock, files one website through the REST interface and stays up until it is
 * interrupted.
 *
 * <p>Arguments are {@code key=value}: {@code archive} (the distribution), {@code home} (directory of the server),
 * {@code demo} (false starts the server without the filing), {@code fresh} (true forgets all data of former runs).
 */
public final class Launcher {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SERIALS = 10_000_000;

    private final PrintStream out;
    private final ServerProcess server;

    private Launcher(ServerProcess server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** Runs until the process is interrupted or the server ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = Stream.of(args).map(arg -> arg.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path home = Path.of(options.get("home"));
        if (Boolean.parseBoolean(options.get("fresh"))) {
            RunDirectory.delete(home);
        }
        ServerProcess server = new RunDirectory(Path.of(options.get("archive")), home).open().withSimulator();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Launcher(server, out).run(!"false".equals(options.get("demo")));
    }

    private void run(boolean demo) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-server"));
        long begin = System.nanoTime();
        out.println("Starting the server in " + server.home() + " ...");
        server.start();
        server.awaitReady(PATIENCE);
        out.printf("Ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
        printAddresses();
        if (demo) {
            file();
        }
        out.println("The server stays up. End it with Ctrl-C.");
        server.awaitEnd();
    }

    private void file() throws InterruptedException {
        int serial = (int) (System.currentTimeMillis() / 1000 % SERIALS);
        try {
            new DemoFiling(server.as("applicant"), "applicant", server.as("specialist"), server.as("operator"), out)
                .run(serial);
        } catch (IllegalStateException e) {
            out.println("The demonstration ended early: " + e.getMessage());
        }
    }

    private void printAddresses() throws IOException {
        String base = server.base().toString();
        out.println();
        out.println("  REST      " + base + "/api/v1");
        out.println("  OpenAPI   " + base + "/api/v1/openapi.json");
        out.println("  health    " + base + "/health/ready");
        out.println("  metrics   " + base + "/metrics");
        out.println("  shell     ssh -p " + server.read("org.apache.karaf.shell.cfg", "sshPort")
            + " admin@127.0.0.1   then: beian:order-list");
        out.println("  log       " + server.home().resolve("data/log/karaf.log"));
        out.println();
        out.println("  Accounts of this server, made at its first start (etc/initial-accounts.properties):");
        for (String account : ServerProcess.ACCOUNTS) {
            out.printf("    %-11s %s%n", account, server.password(account));
        }
        out.println();
    }
}
