package org.openbeian.itests.figures;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.demo.ServerProcess;

/**
 * Requests a second of {@code GET /api/v1/gate?host=} on the distribution, against a bare Jetty of the same version with the same JVM
 * flags whose handler returns the same bytes, in turn in the same run. The load is made by wrk, which has to be installed; it runs
 * beside the servers and takes its share of the processor from both. Run by
 * {@code mvn -Pfigures -Dfigures.main=GateLoad -Dfigures.filings=3 -DskipTests verify}.
 * Arguments: the archive, a working directory, one that is not used, seconds of a round.
 */
public final class GateLoad {

    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    /** Requests to each before rounds count: with the server's flags code is compiled for good only after 200,000 calls. */
    private static final int WARM_UP = 350_000;
    private static final String ASKED = "/api/v1/gate?host=www.example.com";
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses|Socket errors");

    private GateLoad() {
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        try (ServerProcess server = ServerProcess.prepare(Path.of(args[0]),
                Path.of(args[1]).toAbsolutePath().resolve("gate-" + System.currentTimeMillis())).onFreePorts()) {
            server.set("system.properties", "openbeian.profile", "demo").start();
            server.awaitReady(Duration.ofSeconds(120));
            run(server, Integer.parseInt(args[3]));
        }
    }

    private static void run(ServerProcess server, int seconds) throws Exception {
        String flags = new ProcessMeter(server.pid()).jvmFlags();
        String answer = server.as("operator").send("GET", ASKED).expectSuccess().text();
        String credentials = "operator:" + server.password("operator");
        String header = "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        URI bareAddress = URI.create("http://127.0.0.1:" + freePort());
        Process bare = bare(server.home(), flags, bareAddress.getPort(), answer);
        try {
            awaitPort(bareAddress);
            System.out.printf(Locale.ROOT, "%d connections, rounds of %d s, answer of %d bytes; flags of both: %s%n", CONNECTIONS, seconds,
                answer.getBytes(StandardCharsets.UTF_8).length, flags);
            double[] ratios = new double[ROUNDS];
            for (URI address : List.of(server.base(), bareAddress)) {
                for (double asked = 0; asked < WARM_UP;) {
                    double rate = perSecond(address, header, seconds);
                    System.out.printf(Locale.ROOT, "warm-up of %s: %,.0f requests a second%n", address, rate);
                    asked += rate * seconds;
                }
            }
            for (int round = 0; round < ROUNDS; round++) {
                double gate = perSecond(server.base(), header, seconds);
                double constant = perSecond(bareAddress, header, seconds);
                ratios[round] = gate / constant;
                System.out.printf(Locale.ROOT, "round %d: gate %,.0f requests a second, bare Jetty %,.0f, ratio %.2f%n", round + 1, gate,
                    constant, ratios[round]);
            }
            Arrays.sort(ratios);
            System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios[ROUNDS / 2]);
        } finally {
            bare.destroyForcibly();
        }
    }

    private static Process bare(Path home, String flags, int port, String answer) throws IOException {
        Path source = home.resolve("Constant.java");
        try (InputStream in = GateLoad.class.getResourceAsStream("Constant.java")) {
            Files.write(source, in.readAllBytes());
        }
        String jars;
        try (Stream<Path> files = Files.walk(home.resolve("system"))) {
            jars = files.filter(file -> file.getFileName().toString().matches("(jetty-(server|http|io|util)-9|.*servlet-api).*\\.jar"))
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Stream.of(flags.split(" ")).filter(flag -> flag.startsWith("-X")).forEach(command::add);
        command.addAll(List.of("-cp", jars, source.toString(), Integer.toString(port), answer));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("bare-jetty.log").toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(URI address) throws IOException {
        for (int tried = 0;; tried++) {
            try {
                new Socket(address.getHost(), address.getPort()).close();
                return;
            } catch (ConnectException notYet) {
                if (tried > 600) {
                    throw notYet;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    /** Requests a second that wrk gets answered; all of them have to be good ones. */
    private static double perSecond(URI address, String header, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-H", header, address.resolve(ASKED)
            .toString()).redirectErrorStream(true).start();
        String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(told);
        if (wrk.waitFor() != 0 || FAILED.matcher(told).find() || !rate.find()) {
            throw new IOException("wrk told: " + told);
        }
        return Double.parseDouble(rate.group(1));
    }
}
