package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** The simulator steered over HTTP. */
public class SimulatorServletTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Server jetty = new Server(new InetSocketAddress("127.0.0.1", 0));
    private TestServer authorities;

    @Before
    public void start() throws Exception {
        authorities = new TestServer(folder.getRoot().toPath());
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new SimulatorServlet(authorities.simulator, accounts())), SimulatorServlet.ROOT + "/*");
        jetty.setHandler(context);
        jetty.start();
    }

    @After
    public void stop() throws Exception {
        jetty.stop();
        authorities.close();
    }

    /** Everybody's password is "right". */
    private static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
            (proxy, method, arguments) -> !"right".equals(new String((char[]) arguments[1])) ? Optional.empty()
                : Optional.of(new Actor((String) arguments[0], Set.of("olga".equals(arguments[0]) ? Role.OPERATOR : Role.APPLICANT), "x")));
    }

    private HttpResponse<String> send(String credentials, String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
            + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort() + SimulatorServlet.ROOT + path)).header("Content-Type", type)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (credentials != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(int status, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send("olga:right", method, path, "application/json", body);
        assertEquals(answer.body(), status, answer.statusCode());
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    public void onlyOperatorsSteer() {
        assertEquals(401, send(null, "GET", "", "application/json", null).statusCode());
        assertEquals(401, send("olga:wrong", "GET", "", "application/json", null).statusCode());
        assertEquals(401, send("olga", "GET", "", "application/json", null).statusCode());
        assertEquals(403, send("anna:right", "DELETE", "/faults", "application/json", null).statusCode());
        assertEquals(200, send("olga:right", "GET", "", "application/json", null).statusCode());
        assertEquals("a form of another site", 422, send("olga:right", "PUT", "/clock", "text/plain", "{\"running\":true}").statusCode());
    }

    @Test
    public void theClockScenariosAndFaultsAreSteered() throws Exception {
        assertTrue(json(200, "PUT", "/clock", "{\"running\":false}").at("/clock/paused").asBoolean());
        Instant before = Instant.parse(json(200, "GET", "/clock", null).get("now").asText());
        Instant after = Instant.parse(json(200, "POST", "/clock/jumps", "{\"by\":\"P1D\"}").at("/clock/now").asText());
        assertTrue(before + " " + after, !after.isBefore(before.plusSeconds(86_400)));
        json(200, "PUT", "/scenarios", "{\"match\":\"example.com\",\"sms\":\"NEVER\",\"answerMinutes\":5,\"review\":\"PASS\","
            + "\"reviewDays\":3,\"lateDays\":0}");
        assertTrue(json(200, "GET", "/scenarios", null).toString().contains("\"match\":\"example.com\",\"sms\":\"NEVER\""));
        json(200, "DELETE", "/scenarios?match=example.com", null);
        assertTrue(!json(200, "GET", "/scenarios", null).toString().contains("example.com"));
        assertEquals(3, json(200, "POST", "/faults", "{\"fault\":\"BUSY\",\"times\":3}").at("/faults/toCome/BUSY").asInt());
        assertEquals(0, json(200, "DELETE", "/faults", null).at("/faults/toCome").size());
        assertEquals(0, json(200, "GET", "/filings?limit=5", null).size());
    }

    @Test
    public void whatIsWrongIsNamed() throws Exception {
        assertEquals("/running", json(422, "PUT", "/clock", "{\"running\":\"perhaps\"}").get("pointer").asText());
        assertEquals("body-unreadable", json(400, "PUT", "/clock", "{").get("code").asText());
        assertTrue(json(422, "PUT", "/scenarios", "{\"match\":\"x\",\"sms\":\"NEVER\",\"answerMinutes\":9999,\"review\":\"PASS\","
            + "\"reviewDays\":3,\"lateDays\":0}").get("detail").asText().contains("answerMinutes must be 0 to 1439"));
        for (String body : new String[] {
            "{}", "{\"fault\":\"BUSY\",\"rate\":0.5}", "{\"rate\":2}", "{\"fault\":\"BUSY\",\"times\":0}", "null"}) {
            assertEquals(body, "simulator-refused", json(422, "POST", "/faults", body).get("code").asText());
        }
        assertTrue(json(422, "POST", "/filings/7/code", "{\"right\":true}").get("detail").asText().contains("7"));
        json(422, "POST", "/filings/x/decision", "{\"pass\":true}");
        json(422, "GET", "/filings?limit=0", null);
        json(422, "POST", "/announcements/999999", "{\"kind\":\"DEAD_SITE\",\"domain\":\"example.com\"}");
        json(404, "GET", "/nothing", null);
        json(404, "POST", "/scenarios", "{}");
    }
}
