package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.ServerProcess;

/** Every operation of the interface under mutated requests, as every role, as a stranger, and against another's data. */
public class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final String PASSWORD = "Fuzz-planted-4711-pw";
    /** Data of another applicant, which no answer may show. */
    static final List<String> PLANTED = List.of("蔺植秘", "440305190012310058", "15987650123", "planted.secret@example.net",
            "植入路七十七号");

    private static ServerProcess server;
    private static String order;

    @BeforeClass
    public static void plant() throws Exception {
        server = TestServer.shared();
        RestClient owner = account("fuzz-owner", "APPLICANT");
        ObjectNode person = JsonNodeFactory.instance.objectNode().put("name", PLANTED.get(0)).put("certificateType", "RESIDENT_ID")
                .put("certificateNumber", PLANTED.get(1)).put("mobile", PLANTED.get(2)).put("email", PLANTED.get(3))
                .put("certificateAddress", PLANTED.get(4));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "FIRST");
        ObjectNode organizer = body.putObject("application").putObject("organizer");
        organizer.put("nature", "INDIVIDUAL").put("provinceId", "440000").put("name", PLANTED.get(0));
        organizer.set("principal", person);
        Reply draft = owner.send("POST", "/api/v1/orders", body).expectSuccess();
        order = draft.json().get("id").asText();
        assertTrue("the owner sees it", owner.send("GET", "/api/v1/orders/" + order).text().contains(PLANTED.get(2)));
    }

    @Test
    public void noMutatedRequestGetsAServerErrorAStackTraceOrAnothersData() throws Exception {
        JsonNode description = server.as("applicant").send("GET", "/api/v1/openapi.json").expectSuccess().json();
        List<RestClient> callers = new ArrayList<>();
        for (String role : List.of("APPLICANT", "SPECIALIST", "OPERATOR", "AUDITOR", "INTEGRATOR", "BUTLER", "SUB_ACCOUNT")) {
            callers.add(account("fuzz-" + role.toLowerCase(java.util.Locale.ROOT).replace('_', '-'), role));
        }
        callers.add(new RestClient(HttpClient.newHttpClient(), server.base(), "", ""));
        Mutator mutator = new Mutator(new Random(SEED), description, List.of(order, "440000", "fuzz-owner", "unit-certificate", "1"));
        System.out.println("FuzzIT: " + REQUESTS + " requests over " + mutator.operations() + " operations, -Dfuzz.seed=" + SEED);
        int[] answers = new int[6];
        for (int i = 0; i < REQUESTS; i++) {
            Mutator.Request request = mutator.next(i);
            RestClient caller = callers.get(i / mutator.operations() % callers.size());
            Reply reply = caller.send(request.method(), request.target(), request.type(), request.body(),
                    request.headers().toArray(String[]::new));
            String text = reply.text();
            String said = i + " " + request + " → " + reply.status() + " " + text;
            assertTrue(said, reply.status() < 500 || reply.status() == 503);
            assertFalse(said, text.contains("\tat ") || text.contains("Exception") || text.contains("java."));
            PLANTED.forEach(secret -> assertFalse("another's data: " + said, text.contains(secret)));
            answers[reply.status() / 100]++;
        }
        System.out.println("FuzzIT: " + answers[2] + " done, " + answers[4] + " refused, " + answers[5] + " unavailable");
        assertTrue("the data was there all the time",
                server.as("specialist").send("GET", "/api/v1/orders/" + order).text().contains("159******23"));
        assertTrue("too few requests got through to mean anything", answers[2] > REQUESTS / 50);
    }

    /** Every operation on an order, and what hangs on an account, tried by another applicant. */
    @Test
    public void anotherAccountReachesNothing() throws Exception {
        RestClient other = account("fuzz-other", "APPLICANT");
        Reply resource = server.as("operator").send("PUT", "/api/v1/resources/cvm/ins-fuzz", JsonNodeFactory.instance.objectNode()
                .put("account", "fuzz-owner").put("region", "ap-guangzhou").put("mainland", true).put("prepaid", true)
                .put("monthsBought", 12));
        assertEquals(resource.text(), 200, resource.status());
        List<String> tried = new ArrayList<>(List.of("GET /resources/cvm/ins-fuzz"));
        JsonNode paths = other.send("GET", "/api/v1/openapi.json").expectSuccess().json().get("paths");
        paths.properties().stream().filter(path -> path.getKey().contains("{orderId}")).forEach(path -> path.getValue().fieldNames()
                .forEachRemaining(method -> tried.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertTrue(tried.toString(), tried.size() > 15);
        for (String operation : tried) {
            String[] parts = operation.replace("{orderId}", order).replaceAll("\\{[^}]*}", "unit-certificate").split(" ");
            Reply reply = parts[0].equals("GET") ? other.send("GET", "/api/v1" + parts[1])
                    : other.send(parts[0], "/api/v1" + parts[1], JsonNodeFactory.instance.objectNode(), "If-Match", "*");
            assertTrue(operation + " → " + reply.status() + " " + reply.text(), reply.status() >= 400 && reply.status() < 500);
            assertTrue(operation, !parts[0].equals("GET") || parts[1].endsWith("/events") || reply.status() == 404
                    || reply.status() == 403 && isForStaff(other, parts[1]));
            PLANTED.forEach(secret -> assertFalse(operation, reply.text().contains(secret)));
        }
        try (Stream<String> lines = other.lines("/api/v1/orders/" + order + "/events")) {
            assertTrue("events", lines.anyMatch(line -> line.contains("order-not-found")));
        }
        assertEquals("[]", other.send("GET", "/api/v1/orders").text());
        assertEquals("[]", other.send("GET", "/api/v1/inbox").text());
        assertEquals("[]", other.send("GET", "/api/v1/resources").text());
    }

    /** What is for staff alone is refused alike for an order that does not exist, so that the refusal tells nothing of it. */
    private static boolean isForStaff(RestClient other, String path) {
        return other.send("GET", "/api/v1" + path.replace(order, "00000000000000000000000000")).status() == 403;
    }

    @Test
    public void nothingPersonalIsInTheLogs() throws Exception {
        LogScan.assertNothingPersonal(server, PLANTED.toArray(String[]::new));
    }

    @Test
    public void theScanFindsWhatIsThere() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "log-scan"));
        Files.writeString(folder.resolve("karaf.log"), "order 1 of 张示例\nall is well\nrang 13800000001\n"
                + "44030519001231123X\nzhang7@example.com\n" + PLANTED.get(4) + "\n1388000000112345\n");
        assertEquals(5, LogScan.leaks(folder, PLANTED.get(4)).size());
    }

    private static RestClient account(String name, String role) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("password", PASSWORD);
        body.putArray("roles").add(role);
        Reply made = server.as("admin").send("POST", "/api/v1/accounts", body);
        assertTrue(made.text(), made.status() == 201 || made.status() == 409 || made.text().contains("taken"));
        return new RestClient(HttpClient.newHttpClient(), server.base(), name, PASSWORD);
    }
}
