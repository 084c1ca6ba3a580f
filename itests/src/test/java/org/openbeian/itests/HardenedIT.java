package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.ServerProcess;

/** The distribution in the production profile, as it is shipped but for TLS on an address of the network. */
public class HardenedIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final TreeSet<String> WHILE_STARTING = new TreeSet<>();
    private static ServerProcess server;
    private static HttpClient https;
    private static KeyStore keys;
    private static int port;

    @BeforeClass
    public static void startWithTls() throws Exception {
        Path home = Path.of("target", "servers", "hardened").toAbsolutePath();
        TestServer.delete(home);
        server = ServerProcess.prepare(TestServer.archive(), home).onFreePorts();
        Path store = home.resolve("etc/server.p12");
        run(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg", "EC",
            "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass",
            PASSWORD);
        keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(home.resolve("etc/trusted-plugins.pem"), "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder()
            .encodeToString(keys.getCertificate("server").getEncoded()) + "\n-----END CERTIFICATE-----\n");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String web = "org.ops4j.pax.web.cfg";
        server.set(web, "org.osgi.service.http.enabled", "false").set(web, "org.osgi.service.http.secure.enabled", "true")
            .set(web, "org.osgi.service.http.port.secure", Integer.toString(port))
            .set(web, "org.ops4j.pax.web.listening.addresses", "0.0.0.0")
            .set(web, "org.ops4j.pax.web.ssl.keystore", store.toString()).set(web, "org.ops4j.pax.web.ssl.keystore.type", "PKCS12")
            .set(web, "org.ops4j.pax.web.ssl.keystore.password", PASSWORD).set(web, "org.ops4j.pax.web.ssl.key.password", PASSWORD);
        https = HttpClient.newBuilder().sslContext(trusting()).connectTimeout(Duration.ofSeconds(5)).build();
        server.start();
        TestServer.await("readiness over TLS", Duration.ofSeconds(300), HardenedIT::isReady);
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void whileTheServerStartsNobodyIsToldThatSomethingIsMissing() {
        assertFalse("the start was seen", WHILE_STARTING.isEmpty());
        assertEquals(List.of(), WHILE_STARTING.stream()
            .filter(one -> !one.matches("(401|503) application/(problem\\+)?json|200 .*")).toList());
    }

    @Test
    public void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : List.of("/", "/health/ready", "/api/v1/openapi.json", "/api/v1/orders", "/nothing", "/soap/foo")) {
            HttpResponse<String> answer = send("GET", path);
            assertEquals(path, "max-age=31536000; includeSubDomains", header(answer, "Strict-Transport-Security"));
            assertEquals(path, "nosniff", header(answer, "X-Content-Type-Options"));
            assertEquals(path, "DENY", header(answer, "X-Frame-Options"));
            assertEquals(path, "no-referrer", header(answer, "Referrer-Policy"));
            assertTrue(path, header(answer, "Content-Security-Policy").contains("default-src 'none'"));
            assertEquals(path, "", header(answer, "Server"));
        }
    }

    @Test
    public void whatTheContainerAnswersIsAProblem() throws Exception {
        assertProblem(404, send("GET", "/soap/foo"));
        assertProblem(404, send("GET", "/nothing"));
        assertProblem(405, send("POST", "/health/ready"));
        HttpRequest large = request("GET", "/").header("X-Large", "x".repeat(20_000)).build();
        assertProblem(431, https.send(large, BodyHandlers.ofString()));
    }

    @Test
    public void oldTlsIsRefused() throws Exception {
        for (String old : List.of("TLSv1", "TLSv1.1")) {
            try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
                socket.setEnabledProtocols(new String[] {old});
                assertThrows(old, SSLException.class, socket::startHandshake);
            }
        }
    }

    @Test
    public void onlySignedPluginsAreStartedAndEachIsAudited() throws Exception {
        Path deploy = server.home().resolve("deploy");
        Path plugin = Path.of(System.getProperty("gansu.bundle"));
        Path unsigned = copy(plugin, deploy.resolve("unsigned.jar"));
        awaitLog("unsigned.jar is not started");
        Files.delete(unsigned);
        Path rules = deploy.resolve("gansu.province.yaml");
        byte[] text;
        try (JarFile jar = new JarFile(plugin.toFile())) {
            text = jar.getInputStream(jar.getEntry("OB-INF/rules/gansu.province.yaml")).readAllBytes();
        }
        Files.write(rules, text);
        awaitLog("gansu.province.yaml is not started");
        Files.delete(rules);
        assertFalse("no unsigned rules serve", provinces().contains("620000"));
        Files.write(deploy.resolve("gansu.province.yaml.sig"), sign(text));
        Files.write(rules, text);
        TestServer.await("the signed rule file", Duration.ofSeconds(30), () -> provinces().contains("620000"));
        Files.delete(rules);
        TestServer.await("the removal", Duration.ofSeconds(30), () -> !provinces().contains("620000"));
        Path signed = copy(plugin, server.home().resolve("data/signed.jar"));
        run(Path.of(System.getProperty("java.home"), "bin", "jarsigner").toString(), "-keystore",
            server.home().resolve("etc/server.p12").toString(), "-storepass", PASSWORD, signed.toString(), "server");
        Files.move(signed, deploy.resolve("signed.jar"), StandardCopyOption.ATOMIC_MOVE);
        TestServer.await("the signed bundle", Duration.ofSeconds(30), () -> provinces().contains("620000"));
        TestServer.await("the audit of all three, and of what was refused", Duration.ofSeconds(30), () -> {
            String audit = shell("beian:audit-list --limit 50 --json");
            String refused = shell("beian:audit-list --limit 50 --action deployment.refused --json");
            return Stream.of("unsigned.jar", "gansu.province.yaml", "signed.jar").allMatch(audit::contains)
                && Stream.of("unsigned.jar", "gansu.province.yaml", "is not signed").allMatch(refused::contains)
                && !refused.contains("\"signed.jar\"");
        });
    }

    @Test
    public void anOpenServerDoesNotStart() throws Exception {
        Path home = Path.of("target", "servers", "open").toAbsolutePath();
        TestServer.delete(home);
        try (ServerProcess open = ServerProcess.prepare(TestServer.archive(), home).onFreePorts()) {
            open.set("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses", "0.0.0.0")
                .set("org.apache.karaf.shell.cfg", "sshHost", "0.0.0.0")
                .set("org.apache.karaf.management.cfg", "rmiServerHost", "0.0.0.0")
                .set("org.openbeian.channel.email.cfg", "password", "changeit");
            open.start();
            TestServer.await("the end of the server", Duration.ofSeconds(300), () -> !open.isAlive());
            String log = Files.readString(home.resolve("data/log/karaf.log"));
            String console = Files.readString(home.resolve("data/log/console.log"));
            assertTrue(log, log.contains("The server does not start in the production profile"));
            for (String reason : List.of("plain HTTP would listen on 0.0.0.0", "the shell over SSH would listen on 0.0.0.0",
                    "JMX would listen on 0.0.0.0", "email.cfg: password is a password that everybody knows")) {
                assertTrue(reason, console.contains(reason));
            }
            assertFalse("no port was opened", log.contains("Started ServerConnector"));
        }
    }

    private static boolean isReady() {
        String answered = "";
        for (String path : List.of("/", "/api/v1/orders", "/nothing", "/health/ready")) {
            try {
                HttpResponse<String> answer = send("GET", path);
                answered = answer.statusCode() + " " + header(answer, "Content-Type");
                if (!path.equals("/nothing") || answer.statusCode() != 404) {
                    WHILE_STARTING.add(answered);
                }
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return answered.startsWith("200");
    }

    private static void assertProblem(int status, HttpResponse<String> answer) {
        assertEquals(answer.body(), status, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    private static HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return https.send(request(method, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.noBody());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static byte[] sign(byte[] content) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign((PrivateKey) keys.getKey("server", PASSWORD.toCharArray()));
        signature.update(content);
        return signature.sign();
    }

    private static String provinces() {
        return shell("beian:province-list --json");
    }

    private static String shell(String command) {
        try {
            return TestServer.shell(server, command);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitLog(String text) throws InterruptedException {
        TestServer.await(text, Duration.ofSeconds(30), () -> {
            try {
                return Files.readString(server.home().resolve("data/log/karaf.log")).contains(text);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Puts a file in place at once, so that nobody sees half of it. */
    private static Path copy(Path from, Path to) throws IOException {
        Path half = to.resolveSibling("." + to.getFileName() + ".part");
        Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(output, 0, tool.waitFor());
    }
}
