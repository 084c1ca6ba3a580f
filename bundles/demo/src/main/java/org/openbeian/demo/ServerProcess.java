package org.openbeian.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A server of our distribution in a process of its own: prepared in a directory, started, killed, started again. Not
 * thread-safe.
 */
public final class ServerProcess implements AutoCloseable {

    /** Accounts that the first start creates. */
    public static final List<String> ACCOUNTS = List.of("admin", "operator", "specialist", "applicant");

    /** Guangdong and Gansu. */
    private static final List<String> SIMULATED_AUTHORITIES = List.of("440000", "620000");
    /** The one of them with which the extension is agreed that carries APPs. */
    private static final String TAKES_APPS = "440000";

    private static final Duration POLL = Duration.ofMillis(100);

    private final Path home;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private Process process;
    private int httpPort;
    private String lastAnswer = "nothing";

    private ServerProcess(Path home) {
        this.home = home;
    }

    /**
     * Prepares a server directory.
     *
     * @param archive the distribution, a {@code tar.gz}
     * @param home directory of the server; an existing one is used as it is, with its data
     */
    public static ServerProcess prepare(Path archive, Path home) throws IOException {
        ServerProcess server = new ServerProcess(home);
        if (Files.exists(home.resolve("bin"))) {
            server.httpPort = Integer.parseInt(server.read("org.ops4j.pax.web.cfg", "org.osgi.service.http.port"));
            return server;
        }
        Files.createDirectories(home);
        run(List.of("tar", "-xzf", archive.toString(), "--strip-components=1", "-C", home.toString()));
        server.httpPort = Integer.parseInt(server.read("org.ops4j.pax.web.cfg", "org.osgi.service.http.port"));
        return server;
    }

    /** Moves all listeners to free ports of the loopback interface, so that several servers can run side by side. */
    public ServerProcess onFreePorts() throws IOException {
        int[] ports = freePorts(4);
        httpPort = ports[0];
        set("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", Integer.toString(ports[0]));
        set("org.apache.karaf.shell.cfg", "sshPort", Integer.toString(ports[1]));
        set("org.apache.karaf.management.cfg", "rmiRegistryPort", Integer.toString(ports[2]));
        set("org.apache.karaf.management.cfg", "rmiServerPort", Integer.toString(ports[3]));
        return this;
    }

    /** Adds a feature to those that the first start installs; nothing happens when it is among them. */
    public ServerProcess withFeature(String feature) throws IOException {
        String file = "org.apache.karaf.features.cfg";
        String boot = read(file, "featuresBoot");
        if (!List.of(boot.split("[\\s,()]+")).contains(feature)) {
            set(file, "featuresBoot", boot + "," + feature);
        }
        return this;
    }

    /**
     * Adds the authority simulator, with our upload account at each of its authorities that the demonstration uses. Choose
     * the ports before.
     */
    public ServerProcess withSimulator() throws IOException {
        return withSimulator(SIMULATED_AUTHORITIES);
    }

    /** Adds the authority simulator with our upload account at each of these authorities, by the codes of their provinces. */
    public ServerProcess withSimulator(Collection<String> authorities) throws IOException {
        for (String authority : authorities) {
            String account = "org.openbeian.regulator.gateway.authority-" + authority + ".cfg";
            set(account, "authority", authority);
            set(account, "address", base() + "/soap/authority/" + authority);
            set(account, "isp.id", authority + "000001");
            set(account, "user.name", "openbeian");
            set(account, "password", "simulator-only");
            set(account, "encryption.key", "openbeian-sim-01");
            set(account, "encryption.iv", "openbeian-sim-iv");
            set(account, "interface.version", authority.equals(TAKES_APPS) ? "X.1.0" : "V.3.0");
        }
        return set("system.properties", "openbeian.profile", "demo").withFeature("openbeian-authority-simulator")
                .withFeature("openbeian-aftercare-simulator");
    }

    /** Sets a value in a file below {@code etc}, keeping the other lines; the file is made when it is missing. */
    public ServerProcess set(String file, String key, String value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        List<String> lines = new ArrayList<>();
        boolean skipping = false;
        for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
            boolean ours = !skipping && line.strip().matches("\\Q" + key + "\\E\\s*[=:].*");
            if (!ours && !skipping) {
                lines.add(line);
            }
            skipping = (ours || skipping) && line.endsWith("\\");
        }
        lines.add(key + " = " + value);
        Files.createDirectories(path.getParent());
        Files.write(path, lines);
        return this;
    }

    /** A value of a file below {@code etc}, or null. */
    public String read(String file, String key) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("etc").resolve(file))) {
            properties.load(in);
        }
        return properties.getProperty(key);
    }

    /** Starts the server; its output goes to {@code data/log/console.log} below the home. */
    public void start() throws IOException {
        File log = Files.createDirectories(home.resolve("data/log")).resolve("console.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "run");
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        process = builder.start();
        process.getOutputStream().close();
    }

    /**
     * Waits until the server says that it is ready.
     *
     * @throws IllegalStateException when it ended or did not become ready in time
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue() + "; see "
                        + home.resolve("data/log"));
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the server is not ready after " + patience.toSeconds() + " s; see "
                        + home.resolve("data/log") + "; it last said " + lastAnswer);
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    /** Whether the readiness check answers that all is well. */
    public boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/health/ready")).timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            lastAnswer = answer.body();
            return answer.statusCode() == 200;
        } catch (IOException e) {
            lastAnswer = e.toString();
            return false;
        }
    }

    /** Address of the server's HTTP port. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /** Directory of the server. */
    public Path home() {
        return home;
    }

    /** Process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Waits until the process has ended by itself. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the process at once, as SIGKILL does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** A caller with one of the accounts that the first start created. */
    public RestClient as(String account) {
        return new RestClient(http, base(), account, password(account));
    }

    /** Password of an account that the first start created. */
    public String password(String account) {
        try {
            return read("initial-accounts.properties", account);
        } catch (IOException e) {
            throw new UncheckedIOException("the first start has not created its accounts yet", e);
        }
    }

    /** Asks the server to stop and waits; kills it when it takes longer than 30 seconds. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
            kill();
        }
    }

    private static int[] freePorts(int count) throws IOException {
        ServerSocket[] sockets = new ServerSocket[count];
        int[] ports = new int[count];
        for (int i = 0; i < count; i++) {
            sockets[i] = freePort();
            ports[i] = sockets[i].getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    /** Below those that systems hand out by themselves, so that nobody is given it before the server takes it, or between two starts. */
    private static ServerSocket freePort() throws IOException {
        for (int tried = 0;; tried++) {
            try {
                return new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000), 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                if (tried == 100) {
                    throw taken;
                }
            }
        }
    }

    private static void run(List<String> command) throws IOException {
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(command.get(0) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
