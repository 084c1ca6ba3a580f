package org.openbeian.security.outgoing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.util.ProcessorUtils;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingHttp.Answer;
import org.openbeian.api.http.OutgoingHttp.Request;
import org.openbeian.api.http.Transport;

/** With servers on this machine, which is just what nobody may call without the operator's word. */
public class OutgoingClientTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final String PASSWORD = "changeit";
    private static final int MOST = 10_000;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch silence = new CountDownLatch(1);
    private final List<HttpServer> servers = new ArrayList<>();
    private OutgoingClient client;
    private HttpServer server;

    @Before
    public void start() throws IOException {
        client = client(InetAddress::getAllByName);
        server = serve(HttpServer.create(loopback(), 0));
    }

    @After
    public void stop() {
        silence.countDown();
        client.close();
        servers.forEach(one -> one.stop(0));
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private HttpServer serve(HttpServer started) {
        servers.add(started);
        started.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (path.equals("/silent")) {
                await();
            }
            boolean away = path.startsWith("/to/");
            if (away) {
                exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getQuery());
            }
            byte[] body = path.equals("/large") ? new byte[MOST + 1] : "pong".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        started.start();
        return started;
    }

    private void await() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutgoingClient client(OutgoingClient.Names names) {
        return new OutgoingClient(settings(OutgoingSettings.class, Map.of()), names);
    }

    private static <A> A settings(Class<A> type, Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>(given);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    private static Endpoint endpoint(Object... pairs) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put((String) pairs[i], pairs[i + 1]);
        }
        return new Endpoint(settings(EndpointSettings.class, given), value -> value);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Request get(String address) {
        return Request.get(URI.create(address), MOST);
    }

    private Why why(Request request) {
        return assertThrows(OutgoingFailure.class, () -> client.call(request)).why();
    }

    @Test
    public void nothingInsideIsCalledUnlessTheOperatorAllowsTheEndpoint() throws Exception {
        int port = server.getAddress().getPort();
        for (String inside : List.of("http://127.0.0.1:" + port, "https://127.0.0.1:" + port, "https://localhost:" + port,
                "https://[::1]:" + port, "https://[::ffff:127.0.0.1]:" + port, "https://0.0.0.0:" + port, "https://2130706433:" + port,
                "https://169.254.169.254/latest/meta-data/", "https://10.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd",
                "https://user:secret@example.com/")) {
            assertEquals(inside, Why.REFUSED, why(get(inside)));
            assertTrue(inside, client.refusal(URI.create(inside)).orElseThrow().startsWith("not called: "));
        }
        assertEquals("whether a name will be known is not judged", Optional.empty(),
                client.refusal(URI.create("https://no-such-name.invalid/")));
        assertEquals(List.of(), asked);
        client.addEndpoint(endpoint("address", base() + "/hooks/", "internal", true));
        assertEquals(Optional.empty(), client.refusal(URI.create(base() + "/hooks/a")));
        assertEquals("pong", new String(client.call(get(base() + "/hooks/a")).body(), StandardCharsets.UTF_8));
        assertEquals("of that path alone", Why.REFUSED, why(get(base() + "/hooks/../admin")));
        assertEquals(1, asked.size());
    }

    /** Jetty wants a thread for half of the processors; a line has six. */
    @Test
    public void aMachineWithManyProcessorsCallsToo() throws Exception {
        int processors = ProcessorUtils.availableProcessors();
        ProcessorUtils.setAvailableProcessors(64);
        try {
            client.addEndpoint(endpoint("address", base(), "internal", true));
            assertEquals(200, client.call(get(base() + "/")).status());
        } finally {
            ProcessorUtils.setAvailableProcessors(processors);
        }
    }

    @Test
    public void aNameServerThatIsSilentKeepsNobodyElseWaiting() throws Exception {
        client.close();
        CountDownLatch never = new CountDownLatch(1);
        client = client(host -> {
            if (host.startsWith("silent")) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new InetAddress[] {InetAddress.getByName("10.0.0.1")};
        });
        for (int i = 0; i < 12; i++) {
            assertEquals(Why.NO_ANSWER, why(new Request("GET", URI.create("https://silent" + i + ".example.com/"), Map.of(), null,
                    Duration.ofMillis(50), MOST, 0)));
        }
        assertEquals("its name is looked up at once", Why.REFUSED, why(get("https://inside.example.com/")));
        never.countDown();
    }

    @Test
    public void aPublicNameThatStandsForAnAddressInsideIsRefused() throws Exception {
        client.close();
        InetAddress outside = InetAddress.getByName("119.29.29.29");
        client = client(host -> new InetAddress[] {outside, InetAddress.getLoopbackAddress()});
        assertEquals("one of its addresses is enough", Why.REFUSED,
                why(get("https://rebound.example.com:" + server.getAddress().getPort())));
        assertEquals(List.of(), asked);
    }

    @Test
    public void aNameThatChangesItsMindIsResolvedOnce() throws Exception {
        client.close();
        List<String> resolved = Collections.synchronizedList(new ArrayList<>());
        client = client(host -> {
            resolved.add(host);
            return new InetAddress[] {InetAddress.getByName(resolved.size() == 1 ? "192.0.2.1" : "127.0.0.1")};
        });
        assertEquals(Why.REFUSED, why(get("https://rebound.example.com/")));
        assertEquals("what was judged is what is connected to", List.of("rebound.example.com"), resolved);
    }

    /** A message with its signature stays where it was sent to: nothing but GET follows, whatever it asks for. */
    @Test
    public void aPostNeverFollowsARedirect() throws Exception {
        client.addEndpoint(endpoint("address", base(), "internal", true));
        Answer answer = client.call(new Request("POST", URI.create(base() + "/to/?" + base() + "/stolen"), Map.of("Authorization", "x"),
                "signed".getBytes(StandardCharsets.UTF_8), null, MOST, 5));
        assertEquals(302, answer.status());
        assertEquals(List.of("POST /to/ x signed"), asked);
    }

    @Test
    public void eachRedirectIsJudgedAnewAndTakesNoSecretToAnotherPlace() throws Exception {
        HttpServer other = serve(HttpServer.create(loopback(), 0));
        String elsewhere = "http://127.0.0.1:" + other.getAddress().getPort() + "/inside";
        client.addEndpoint(endpoint("address", base(), "internal", true));
        Request away = redirected(base() + "/to/?" + elsewhere, 3);
        assertEquals(Why.REFUSED, why(away));
        assertEquals("the other was not asked", List.of("GET /to/ Bearer x "), asked);
        assertEquals("not followed without leave", 302, client.call(redirected(base() + "/to/?" + elsewhere, 0)).status());
        client.addEndpoint(endpoint("address", "http://127.0.0.1:" + other.getAddress().getPort(), "internal", true));
        asked.clear();
        Answer answer = client.call(away);
        assertEquals(200, answer.status());
        assertEquals(elsewhere, answer.address().toString());
        assertEquals(List.of("GET /to/ Bearer x ", "GET /inside null "), asked);
        assertEquals("no further than asked for", 302, client.call(redirected(base() + "/to/?" + base() + "/to/?x", 1)).status());
    }

    @Test
    public void plainHttpIsForPublicAddressesAloneAndOnRequest() throws Exception {
        client.close();
        client = client(host -> new InetAddress[] {InetAddress.getByName(host.startsWith("inside") ? "127.0.0.1" : host)});
        int port = server.getAddress().getPort();
        for (String inside : List.of("http://127.0.0.1:" + port, "http://inside.example.com:" + port, "http://192.0.2.1/")) {
            assertEquals(inside, Why.REFUSED, why(plain(inside)));
            assertTrue("its form is good, its address is not: " + inside, message(plain(inside)).contains("not public"));
            assertTrue("without the wish for it", message(get(inside)).contains("plain http"));
        }
        assertEquals(List.of(), asked);
        client.addEndpoint(endpoint("address", base(), "internal", true));
        Request away = new Request("GET", URI.create(base() + "/to/?http://10.0.0.1/"), Map.of(), null, null, MOST, 3, true);
        assertEquals("a redirect inside", Why.REFUSED, why(away));
    }

    private String message(Request request) {
        return assertThrows(OutgoingFailure.class, () -> client.call(request)).getMessage();
    }

    private static Request plain(String address) {
        return new Request("GET", URI.create(address), Map.of(), null, Duration.ofSeconds(5), MOST, 0, true);
    }

    private static Request redirected(String address, int redirects) {
        return new Request("GET", URI.create(address), Map.of("Authorization", "Bearer x"), null, null, MOST, redirects);
    }

    @Test
    public void sizeAndTimeAreBounded() throws Exception {
        client.addEndpoint(endpoint("address", base(), "internal", true));
        assertEquals(Why.TOO_LARGE, why(get(base() + "/large")));
        assertEquals(Why.NO_ANSWER,
                why(new Request("GET", URI.create(base() + "/silent"), Map.of(), null, Duration.ofMillis(300), MOST, 0)));
        silence.countDown();
        server.stop(0);
        assertEquals(Why.UNREACHABLE, why(get(base() + "/")));
        assertEquals("nothing is repeated", List.of("GET /large null ", "GET /silent null "), asked);
    }

    /** The channels offer their operators no more than this: 15 s and a megabyte for an answer. */
    @Test
    public void theDefaultsLeaveChannelsWhatTheyMayAskFor() {
        OutgoingSettings defaults = settings(OutgoingSettings.class, Map.of());
        assertTrue(defaults.patience_millis() >= 15_000);
        assertTrue(defaults.answer_bytes() >= 1_048_576);
    }

    @Test
    public void aBodyIsSent() throws Exception {
        client.addEndpoint(endpoint("address", base(), "internal", true));
        client.call(new Request("POST", URI.create(base() + "/hook"), Map.of("Content-Type", "text/plain"),
                "ping".getBytes(StandardCharsets.UTF_8), null, MOST, 3));
        assertEquals(List.of("POST /hook null ping"), asked);
    }

    @Test
    public void aPeerThatAsksForOurCertificateGetsThatOfItsEndpoint() throws Exception {
        keytool("-genkeypair", "-alias", "us", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-alias", "us", "-file", file("us.cer"));
        keytool("-importcert", "-noprompt", "-alias", "us", "-file", file("us.cer"), "-keystore", file("trust.p12"));
        HttpsServer peer = HttpsServer.create(loopback(), 0);
        SSLContext context = Transport.of("", file("keys.p12"), file("trust.p12"), PASSWORD).tls();
        peer.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        String address = "https://127.0.0.1:" + serve(peer).getAddress().getPort() + "/";
        Endpoint without = endpoint("address", address, "internal", true, "tls_truststore", file("trust.p12"), "tls_password", PASSWORD);
        client.addEndpoint(without);
        assertThrows("without our certificate", OutgoingFailure.class, () -> client.call(get(address)));
        client.removeEndpoint(without);
        client.addEndpoint(endpoint("address", address, "internal", true, "tls_keystore", file("keys.p12"), "tls_password", PASSWORD));
        assertEquals("a certificate that nobody vouches for", Why.UNREACHABLE, why(get(address)));
        client.addEndpoint(endpoint("address", address + "api", "internal", true, "tls_keystore", file("keys.p12"), "tls_truststore",
                file("trust.p12"), "tls_password", PASSWORD));
        assertEquals("the more exact endpoint counts", 200, client.call(get(address + "api")).status());
        assertEquals(List.of("GET /api null "), asked);
    }

    @Test
    public void aProxyIsUsedAndStillSentToNothingInside() throws Exception {
        String proxy = "127.0.0.1:" + server.getAddress().getPort();
        client.close();
        client = client(host -> {
            if (host.equals("hooks.example.com")) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName(host.equals("inside.example.com") ? "10.0.0.1" : host);
        });
        client.addEndpoint(endpoint("address", "https://inside.example.com/", "proxy", proxy));
        assertEquals(Why.REFUSED, why(get("https://inside.example.com/")));
        client.addEndpoint(endpoint("address", "http://hooks.example.com/", "internal", true, "proxy", proxy));
        assertEquals("a name that only the proxy knows", 200, client.call(get("http://hooks.example.com/a")).status());
        assertEquals(1, asked.size());
    }

    @Test
    public void aBadEndpointIsNamed() {
        assertEquals("address must begin with https:// unless internal is true", bad("address", "http://example.com/"));
        assertTrue(bad("address", "example.com").startsWith("address must be the beginning of an address"));
        assertTrue(bad("address", "https://user@example.com/").startsWith("address must be the beginning of an address"));
        assertEquals("proxy must be host:port", bad("address", "https://example.com/", "proxy", "nowhere"));
    }

    private static String bad(Object... pairs) {
        return assertThrows(IllegalArgumentException.class, () -> endpoint(pairs)).getMessage();
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
