package org.openbeian.regulator.gateway.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.http.Transport;

/** An authority behind a proxy, and one that asks for our certificate. */
public class TransportTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();
    private static final String PASSWORD = "only-for-this-test";
    private static final String ANSWER = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><r>"
        + "<return>&lt;return>&lt;msg_code>0&lt;/msg_code>&lt;msg>ok&lt;/msg>&lt;/return></return></r></soap:Body></soap:Envelope>";

    private final List<String> asked = new ArrayList<>();
    private HttpServer peer;

    @BeforeClass
    public static void makeKeys() throws Exception {
        keytool("-genkeypair", "-alias", "us", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-alias", "us", "-file", file("us.cer"));
        keytool("-importcert", "-noprompt", "-alias", "us", "-file", file("us.cer"), "-keystore", file("trust.p12"));
    }

    @After
    public void stop() {
        if (peer != null) {
            peer.stop(0);
        }
    }

    @Test
    public void anAuthorityThatAsksForOurCertificateGetsIt() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = Transport.of("", file("keys.p12"), file("trust.p12"), PASSWORD).tls();
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        serve(server);
        String address = "https://127.0.0.1:" + server.getAddress().getPort();
        assertEquals(0, client(address, Transport.of("", file("keys.p12"), file("trust.p12"), PASSWORD)).previousUpload().code());
        assertThrows("without our certificate", CallFailed.class,
            () -> client(address, Transport.of("", "", file("trust.p12"), PASSWORD)).previousUpload());
        assertFalse("a certificate that nobody vouches for: nothing is sent", assertThrows(CallFailed.class,
            () -> client(address, Transport.of("", file("keys.p12"), "", PASSWORD)).previousUpload()).getMessage().isEmpty());
        assertEquals(1, asked.size());
    }

    @Test
    public void anAuthorityBehindAProxyIsReachedThroughIt() throws Exception {
        serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        Transport transport = Transport.of("127.0.0.1:" + peer.getAddress().getPort(), "", "", "");
        assertEquals(0, client("http://authority.invalid", transport).previousUpload().code());
        assertTrue(asked.toString(), asked.get(0).startsWith("http://authority.invalid/"));
    }

    @Test
    public void whatIsWrongIsNamed() {
        assertSame(Transport.DIRECT, Transport.of("", "", "", ""));
        for (String wrong : List.of("proxy", "proxy:", "a b:1", "proxy:99999")) {
            assertEquals("proxy must be host:port", assertThrows(IllegalArgumentException.class,
                () -> Transport.of(wrong, "", "", "")).getMessage());
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Transport.of("", file("keys.p12"), "", "wrong")).getMessage()
            .startsWith("tls.keystore cannot be read with tls.password"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Transport.of("", "", file("missing.p12"), PASSWORD))
            .getMessage().startsWith("tls.truststore cannot be read"));
    }

    private void serve(HttpServer server) {
        peer = server;
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getRequestBody().readAllBytes();
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static IspClient client(String address, Transport transport) {
        AccountSettings settings = new AccountSettings("440000", address, 440000000001L, "user", "urn:x", "ispId", "ispId",
            LocalTime.MIN, LocalTime.MIN, Duration.ofSeconds(5), Duration.ofSeconds(5), transport);
        return new IspClient(settings, () -> new Secrets("password", null, null));
    }

    private static String file(String name) {
        return FOLDER.getRoot().toPath().resolve(name).toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        if (!command.contains("-keystore")) {
            command.addAll(List.of("-keystore", file("keys.p12")));
        }
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(output, 0, process.waitFor());
    }
}
