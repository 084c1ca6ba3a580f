package org.openbeian.operations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.servlet.RequestDispatcher;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.osgi.framework.BundleContext;

public class HealthServletTest {

    private final FakeExecutor executor = new FakeExecutor();

    private FakeHttp get(String path, String address, String... addresses) throws Exception {
        Settings settings = addresses.length == 0 ? Fakes.settings(Map.of()) : Fakes.settings(Map.of("addresses", addresses));
        FakeHttp http = new FakeHttp("GET", path, address);
        new HealthServlet(executor, settings).doGet(http.request, http.response);
        return http;
    }

    @Test
    public void readyTellsEachCheckAndNoSecrets() throws Exception {
        executor.allWell(Checks.START, Checks.SERVICES, Checks.DATABASE, Checks.RULES, Checks.CLOCK)
                .with(Checks.LANES, Result.Status.WARN, "a lane is paused");
        FakeHttp http = get("/ready", "127.0.0.1");
        JsonNode json = new ObjectMapper().readTree(http.text());
        assertEquals(200, http.status);
        assertEquals("WARN", json.get("status").asText());
        assertEquals(6, json.get("checks").size());
        assertEquals("no-store", http.headers.get("Cache-Control"));
        assertFalse(http.text(), http.text().contains("secret"));
    }

    @Test
    public void aCriticalCheckAnswers503WithRetryAfter() throws Exception {
        executor.allWell(Checks.START, Checks.SERVICES, Checks.RULES, Checks.CLOCK)
                .with(Checks.DATABASE, Result.Status.CRITICAL, "The database does not answer");
        FakeHttp http = get("/ready", "127.0.0.1");
        assertEquals(503, http.status);
        assertEquals("2", http.headers.get("Retry-After"));
        assertTrue(http.text(), http.text().contains("The database does not answer"));
    }

    @Test
    public void startUpIsNotReady() throws Exception {
        executor.allWell(Checks.SERVICES, Checks.DATABASE, Checks.RULES, Checks.CLOCK)
                .with(Checks.START, Result.Status.TEMPORARILY_UNAVAILABLE, "Start level 80 of 100 is reached");
        assertEquals(503, get("/ready", "127.0.0.1").status);
    }

    @Test
    public void aCheckThatIsNotThereCountsAgainstTheServer() throws Exception {
        for (String missing : new String[] {Checks.START, Checks.SERVICES, Checks.DATABASE, Checks.RULES, Checks.CLOCK}) {
            executor.checks.clear();
            executor.allWell(Checks.START, Checks.SERVICES, Checks.DATABASE, Checks.RULES, Checks.CLOCK);
            executor.checks.remove(missing);
            FakeHttp http = get("/ready", "127.0.0.1");
            assertEquals(missing, 503, http.status);
            assertTrue(http.text(), http.text().contains("This check is not there"));
        }
        executor.checks.clear();
        assertEquals(503, get("/live", "127.0.0.1").status);
        executor.allWell(Checks.THREADS);
        assertEquals(200, get("/live", "127.0.0.1").status);
    }

    @Test
    public void onlyConfiguredAddressesMayAsk() throws Exception {
        executor.allWell(Checks.THREADS);
        assertEquals(403, get("/live", "203.0.113.9").status);
        assertEquals(200, get("/live", "0:0:0:0:0:0:0:1").status);
        assertEquals(200, get("/live", "203.0.113.9", "203.0.113.9").status);
        assertEquals(403, get("/live", "127.0.0.1", "203.0.113.9").status);
        assertEquals(200, get("/live", "203.0.113.9", "*").status);
        assertEquals("a host name is refused, the default stays", 403, get("/live", "203.0.113.9", "localhost").status);
    }

    @Test
    public void otherPathsAreNotFound() throws Exception {
        FakeHttp http = get("/else", "127.0.0.1");
        assertEquals(404, http.status);
        assertEquals("application/problem+json", http.headers.get("Content-Type"));
    }

    @Test
    public void whileTheInterfaceIsAbsentItsPlaceAnswers503() throws Exception {
        FakeHttp http = new FakeHttp("POST", "/api/v1/orders", "203.0.113.9");
        new FallbackServlet(Fakes.framework(100)).service(http.request, http.response);
        assertEquals(503, http.status);
        assertEquals("2", http.headers.get("Retry-After"));
        assertTrue(http.text(), http.text().contains("not-ready"));
    }

    @Test
    public void whatNeverWasThereIsNotFound() throws Exception {
        for (String path : new String[] {"/api/v2/orders", "/api/v11", "/api/foo", "/api"}) {
            FakeHttp http = new FakeHttp("GET", path, "203.0.113.9");
            new FallbackServlet(Fakes.framework(100)).service(http.request, http.response);
            assertEquals(path, 404, http.status);
            assertEquals("application/problem+json", http.headers.get("Content-Type"));
        }
    }

    @Test
    public void theInterfaceAndItsPlaceAreThereAtOnce() throws Exception {
        try (InputStream xml = FallbackServlet.class.getResourceAsStream(
                "/OSGI-INF/" + FallbackServlet.class.getName() + ".xml")) {
            String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text, text.contains("value=\"/api/*\""));
            assertTrue("the page for errors comes with it", text.contains("osgi.http.whiteboard.servlet.errorPage"));
        }
    }

    /** A check that is made anew at the wrong moment would report a missing service for good; see {@link Present}. */
    @Test
    public void noCheckIsMadeAnewWhenServicesComeAndGo() throws Exception {
        for (Class<?> check : new Class<?>[] {ClockCheck.class, DatabaseCheck.class, LanesCheck.class, RulesCheck.class,
            ServicesCheck.class, TasksCheck.class, WaitingCheck.class, Present.class}) {
            try (InputStream xml = check.getResourceAsStream("/OSGI-INF/" + check.getName() + ".xml")) {
                String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
                for (String reference : text.split("<reference ")) {
                    assertFalse(reference, reference.contains("policy-option=\"greedy\"")
                            && !reference.contains("policy=\"dynamic\""));
                }
            }
        }
    }

    @Test
    public void whatAServletLeavesToTheContainerIsSaidAsAProblem() throws Exception {
        for (int status : new int[] {404, 405, 413, 500, 503}) {
            FakeHttp http = new FakeHttp("GET", "/health/ready", "127.0.0.1");
            http.attributes.put(RequestDispatcher.ERROR_STATUS_CODE, status);
            http.attributes.put(RequestDispatcher.ERROR_MESSAGE, "secret");
            new FallbackServlet(Fakes.framework(100)).service(http.request, http.response);
            assertEquals(status, http.status);
            assertEquals("application/problem+json", http.headers.get("Content-Type"));
            assertEquals(status, new ObjectMapper().readTree(http.text()).get("status").asInt());
            assertEquals(status == 503 ? "2" : null, http.headers.get("Retry-After"));
            assertFalse(http.text(), http.text().contains("secret"));
        }
    }

    /** Karaf may be done with the features while the framework still starts their bundles. */
    @Test
    public void whileTheServerStartsNothingIsMissingForGood() throws Exception {
        for (BundleContext starting : List.of(Fakes.framework(80, false), Fakes.framework(100, false), Fakes.framework(80))) {
            FakeHttp http = new FakeHttp("GET", "/", "127.0.0.1");
            http.attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 404);
            http.attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/metrics");
            new FallbackServlet(starting).service(http.request, http.response);
            assertEquals(503, http.status);
            assertEquals("2", http.headers.get("Retry-After"));
            FakeHttp below = new FakeHttp("GET", "/api/plugin", "127.0.0.1");
            new FallbackServlet(starting).service(below.request, below.response);
            assertEquals(503, below.status);
        }
    }

    @Test
    public void betweenTwoServletsNeitherTheInterfaceNorItsLandingPageIsMissing() throws Exception {
        for (String path : List.of("/api/v1/orders", "/")) {
            FakeHttp http = new FakeHttp("POST", "/", "127.0.0.1");
            http.attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 404);
            http.attributes.put(RequestDispatcher.ERROR_REQUEST_URI, path);
            new FallbackServlet(Fakes.framework(100)).service(http.request, http.response);
            assertEquals(path, 503, http.status);
            assertEquals("2", http.headers.get("Retry-After"));
        }
    }
}
