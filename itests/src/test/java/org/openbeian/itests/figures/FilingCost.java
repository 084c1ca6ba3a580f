package org.openbeian.itests.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.openbeian.demo.ServerProcess;

/**
 * What filings cost: each from draft to number through REST, by eight clients, with three pictures of 55 to 100 KB. The
 * simulator runs in the server's process and says what it used itself, which is taken off; compilers and collector are in
 * the server's figure and shown apart too. No mail server is configured: letters are made when one is.
 */
final class FilingCost {

    private static final int WARM_UP = Integer.getInteger("figures.warm.up", 2_500);
    private static final Duration BOOT = Duration.ofSeconds(90);

    private final String database;
    private final ServerProcess server;
    private final double rawCommits;

    FilingCost(String database, ServerProcess server, double rawCommits) {
        this.database = database;
        this.server = server;
        this.rawCommits = rawCommits;
    }

    /** What the process had used at a moment. */
    private record Used(double process, double simulator, double compilers, double collector, double commits) {

        /** Milliseconds from this moment to a later one, for each of some filings. */
        String each(Used later, int filings) {
            double scale = 1000.0 / filings;
            double beside = (later.simulator - simulator) * scale;
            double all = (later.process - process) * scale;
            return String.format("server %.2f ms CPU each (of it compilers %.2f, collector %.2f), simulator %.2f beside, together"
                    + " %.2f", all - beside, (later.compilers - compilers) * scale, (later.collector - collector) * scale,
                    beside, all);
        }
    }

    /** Starts the server, warms it up, files and prints. */
    void measure(int filings) throws Exception {
        server.start();
        try {
            server.awaitReady(BOOT);
            ProcessMeter meter = new ProcessMeter(server.pid());
            Load warmUp = new Load(server, 10_000);
            warmUp.importResources(WARM_UP);
            warmUp.file(WARM_UP);
            Load load = new Load(server, 100_000);
            load.importResources(filings);
            Used before = used(meter);
            double seconds = load.file(filings);
            Used after = used(meter);
            double commits = (after.commits - before.commits) / filings;
            print("%d filings after %d to warm up, 8 clients, flags %s", filings, WARM_UP, meter.jvmFlags());
            print(before.each(after, filings));
            print("%.1f filings/s, %.1f commits each; raw insert+update commits %.0f/s, ratio of ours to raw %.2f; RSS %.0f MB",
                    filings / seconds, commits, rawCommits, filings / seconds * commits / rawCommits, meter.residentMegabytes());
        } finally {
            server.close();
        }
    }

    private void print(String text, Object... values) {
        System.out.printf("%-23s %s%n", database, values.length == 0 ? text : String.format(text, values));
    }

    private Used used(ProcessMeter meter) throws IOException, InterruptedException {
        double simulator = simulatorSeconds();
        return new Used(meter.cpuSeconds(), simulator, meter.cpuSeconds("C1 Compiler", "C2 Compiler", "Sweeper"),
                meter.cpuSeconds("VM Thread", "GC Thread", "G1 "), commits());
    }

    private double commits() {
        return server.as("operator").send("GET", "/metrics").text().lines()
                .filter(line -> line.startsWith("openbeian_db_commits_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).findFirst()
                .orElseThrow(() -> new IllegalStateException("/metrics shows no openbeian_db_commits_total"));
    }

    private double simulatorSeconds() throws IOException, InterruptedException {
        Process client = new ProcessBuilder(server.home().resolve("bin/client").toString(), "-b", "-u", "admin", "-p",
                server.password("admin"), "-a", server.read("org.apache.karaf.shell.cfg", "sshPort"), "-h", "127.0.0.1")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        client.getOutputStream().write("beian:simulator-status --json\n".getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().close();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        client.waitFor();
        int start = output.indexOf('{');
        if (start < 0) {
            throw new IllegalStateException("beian:simulator-status printed no JSON: " + output);
        }
        return new ObjectMapper().readTree(output.substring(start)).get("cpuSeconds").asDouble();
    }
}
