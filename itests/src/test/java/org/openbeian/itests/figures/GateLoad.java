package org.openbeian.itests.figures;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.demo.ServerProcess;

/**
 * Requests a second of {@code GET /api/v1/gate?host=} on the distribution, against a bare Jetty of the same version with the same JVM
 * flags whose handler returns the same bytes, in turn in the same run. The load is this program's: threads that each send a request
 * over a connection of their own and wait for the whole answer; it runs beside the servers and takes its share of the processor from
 * both. Run by {@code mvn -Pfigures -Dfigures.main=GateLoad -Dfigures.filings=3 -DskipTests verify}.
 * Arguments: the archive, a working directory, one that is not used, seconds of a round.
 */
public final class GateLoad {

    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    /** Requests to each before rounds count: with the server's flags code is compiled for good only after 200,000 calls. */
    private static final int WARM_UP = 350_000;
    private static final String ASKED = "/api/v1/gate?host=www.example.com";

    private final ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);

    private GateLoad() {
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        GateLoad load = new GateLoad();
        try (ServerProcess server = ServerProcess.prepare(Path.of(args[0]),
                Path.of(args[1]).toAbsolutePath().resolve("gate-" + System.currentTimeMillis())).onFreePorts()) {
            server.set("system.properties", "openbeian.profile", "demo").start();
            server.awaitReady(Duration.ofSeconds(120));
            load.run(server, Integer.parseInt(args[3]));
        } finally {
            load.clients.shutdownNow();
        }
    }

    private void run(ServerProcess server, int seconds) throws Exception {
        String flags = new ProcessMeter(server.pid()).jvmFlags();
        String answer = server.as("operator").send("GET", ASKED).expectSuccess().text();
        String credentials = "operator:" + server.password("operator");
        String headers = "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
            + "\r\n";
        URI bareAddress = URI.create("http://127.0.0.1:" + freePort());
        Process bare = bare(server.home(), flags, bareAddress.getPort(), answer);
        try {
            awaitPort(bareAddress);
            System.out.printf(Locale.ROOT, "%d connections, rounds of %d s, answer of %d bytes; flags of both: %s%n", CONNECTIONS, seconds,
                answer.getBytes(StandardCharsets.UTF_8).length, flags);
            double[] ratios = new double[ROUNDS];
            for (URI address : List.of(server.base(), bareAddress)) {
                for (double asked = 0; asked < WARM_UP;) {
                    double rate = perSecond(address, headers, seconds);
                    System.out.printf(Locale.ROOT, "warm-up of %s: %,.0f requests a second%n", address, rate);
                    asked += rate * seconds;
                }
            }
            for (int round = 0; round < ROUNDS; round++) {
                double gate = perSecond(server.base(), headers, seconds);
                double constant = perSecond(bareAddress, headers, seconds);
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

    private double perSecond(URI address, String headers, int seconds) throws Exception {
        byte[] request = ("GET " + ASKED + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            counts.add(clients.submit(() -> ask(address, request, end)));
        }
        long all = 0;
        for (Future<Long> count : counts) {
            all += count.get();
        }
        return all * 1e9 / (System.nanoTime() - begin);
    }

    private static long ask(URI address, byte[] request, long end) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8_192];
            long count = 0;
            do {
                out.write(request);
                read(in, buffer);
                count++;
            } while (System.nanoTime() < end);
            return count;
        }
    }

    /** Reads one whole answer, which has to be a good one with its length. */
    private static void read(InputStream in, byte[] buffer) throws IOException {
        int got = 0;
        int whole = Integer.MAX_VALUE;
        while (got < whole) {
            int more = in.read(buffer, got, buffer.length - got);
            if (more <= 0) {
                throw new IOException("the connection ended within an answer");
            }
            got += more;
            if (whole == Integer.MAX_VALUE) {
                String text = new String(buffer, 0, got, StandardCharsets.ISO_8859_1);
                int head = text.indexOf("\r\n\r\n");
                int length = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
                if (!text.startsWith("HTTP/1.1 200") || head > 0 && (length < 0 || length > head)) {
                    throw new IOException("answered: " + text);
                }
                whole = head < 0 ? whole : head + 4 + Integer.parseInt(text.substring(length + 16, text.indexOf('\r', length)));
            }
        }
    }
}
