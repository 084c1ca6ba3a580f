package org.openbeian.itests.figures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.ServerProcess;

/**
 * Measures the distribution as it is shipped and prints the figures: size, start, idle memory, hot deployment, and filings
 * end to end on H2 and on PostgreSQL beside the raw commit rate of the same database. Run by {@code mvn -Pfigures -DskipTests verify}.
 * Arguments: the archive, a working directory, the bundle of Gansu, how many filings.
 */
public final class Figures {

    private static final Duration BOOT = Duration.ofSeconds(90);
    private static final int STARTS = Integer.getInteger("figures.starts", 3);

    private final Path archive;
    private final Path directory;
    private final Path gansu;
    private final int filings;

    private Figures(Path archive, Path directory, Path gansu, int filings) {
        this.archive = archive;
        this.directory = directory;
        this.gansu = gansu;
        this.filings = filings;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        new Figures(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), Path.of(args[2]), Integer.parseInt(args[3]))
                .run();
    }

    private void run() throws Exception {
        System.out.printf("distribution            %.1f MB%n", Files.size(archive) / 1e6);
        for (int i = 1; i <= STARTS; i++) {
            startAndIdle(i);
        }
        deploy();
        onH2();
        onPostgres();
    }

    /** Starts a freshly unpacked server, which installs itself, and then the same server again. */
    private void startAndIdle(int run) throws Exception {
        ServerProcess server = prepare("start-" + run);
        startAndIdle(server, "first start " + run);
        startAndIdle(server, "next start " + run);
    }

    private void startAndIdle(ServerProcess server, String name) throws Exception {
        long begin = System.nanoTime();
        server.start();
        try {
            awaitFirstAnswer(server);
            double first = (System.nanoTime() - begin) / 1e9;
            server.awaitReady(BOOT);
            double ready = (System.nanoTime() - begin) / 1e9;
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            ProcessMeter meter = new ProcessMeter(server.pid());
            System.out.printf("%-23s first REST answer %.1f s, ready %.1f s, idle RSS %.0f MB, flags %s%n",
                    name, first, ready, meter.residentMegabytes(), meter.jvmFlags());
        } finally {
            server.close();
        }
    }

    /** Asks now and then: who asks without a pause takes one of the two cores from the start that is measured. */
    private static void awaitFirstAnswer(ServerProcess server) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/api/v1/openapi.json"))
                .timeout(Duration.ofSeconds(5)).build();
        while (status(http, request) != 200) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** In the demo profile: production asks for a signature. */
    private void deploy() throws Exception {
        ServerProcess server = prepare("deploy").set("system.properties", "openbeian.profile", "demo");
        server.start();
        try {
            server.awaitReady(BOOT);
            RestClient operator = server.as("operator");
            long begin = System.nanoTime();
            Files.copy(gansu, server.home().resolve("deploy/gansu.jar"));
            while (operator.send("GET", "/api/v1/provinces/620000").status() == 404) {
                if (System.nanoTime() - begin > BOOT.toNanos()) {
                    throw new IllegalStateException("the rules of Gansu do not serve");
                }
                LockSupport.parkNanos(10_000_000);
            }
            operator.send("GET", "/api/v1/provinces/620000").expectSuccess();
            System.out.printf("deploy                  bundle effective after %.2f s%n", (System.nanoTime() - begin) / 1e9);
        } finally {
            server.close();
        }
    }

    private void onH2() throws Exception {
        ServerProcess server = prepare("h2").withSimulator();
        String url = server.read("org.ops4j.datasource-openbeian.cfg", "url");
        Path raw = Files.createDirectories(directory.resolve("raw-h2"));
        double rawCommits = RawCommits.perSecond(url.replaceAll("file:[^;]*", "file:" + raw.resolve("raw")) + ";WRITE_DELAY=0", "sa", "");
        new FilingCost("H2, commits durable", server, rawCommits).measure(filings);
    }

    private void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("max_connections", "100").start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            double rawCommits = RawCommits.perSecond(url, "postgres", "postgres");
            String config = "org.ops4j.datasource-openbeian.cfg";
            ServerProcess server = prepare("postgres").withSimulator()
                    .set(config, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver").set(config, "url", url)
                    .set(config, "user", "postgres").set(config, "password", "postgres");
            new FilingCost("PostgreSQL, fsync", server, rawCommits).measure(filings);
        }
    }

    private ServerProcess prepare(String name) throws IOException {
        Path home = directory.resolve(name);
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return ServerProcess.prepare(archive, home).onFreePorts();
    }
}
