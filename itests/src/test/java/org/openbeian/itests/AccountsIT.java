package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** Accounts on the running distribution: who may do what, and that nobody sees what is another's. */
public class AccountsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "correct horse 9";
    private static final List<String> ROLES = List.of("APPLICANT", "SUB_ACCOUNT", "SPECIALIST", "BUTLER", "OPERATOR", "AUDITOR",
            "INTEGRATOR", "ADMIN");
    private static final Pattern COMMAND = Pattern.compile("\"beian:([a-z-]+)\"");
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private static ServerProcess server;
    private static RestClient admin;

    @BeforeClass
    public static void findServer() throws Exception {
        server = TestServer.shared();
        admin = server.as("admin");
    }

    private static RestClient account(String name, String role) {
        String body = "{\"name\":\"" + name + "\",\"roles\":[\"" + role + "\"],\"password\":\"" + PASSWORD + "\"}";
        json(admin, "POST", "/accounts", body).expectSuccess();
        return client(name);
    }

    private static RestClient client(String name) {
        return new RestClient(HTTP, server.base(), name, PASSWORD);
    }

    private static Reply json(RestClient client, String method, String path, String body) {
        return client.send(method, "/api/v1" + path, contentType(method, path),
                body == null ? null : body.getBytes(StandardCharsets.UTF_8), "If-Match", "*");
    }

    private static String contentType(String method, String path) {
        return method.equals("PATCH") ? "application/merge-patch+json"
                : path.matches(".*(/materials/.*|/picture)") ? "image/png"
                : path.startsWith("/imports/") ? "application/x-ndjson" : "application/json";
    }

    private static HttpResponse<String> raw(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve("/api/v1" + path)).method(method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).header("Content-Type", contentType(method, path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Permitted operations are only read, so that the walk leaves the server as it was. */
    @Test
    public void everyOperationIsRefusedToNobodyAndToEveryRoleWithoutItsPermission() throws Exception {
        JsonNode paths = JSON.readTree(raw("GET", "/openapi.json", null).body()).get("paths");
        Map<String, RestClient> clients = new TreeMap<>();
        ROLES.forEach(role -> clients.put(role, account("walk-" + RUN + role.toLowerCase(Locale.ROOT), role)));
        Map<String, Set<String>> held = new TreeMap<>();
        clients.forEach((role, client) -> held.put(role, texts(client.send("GET", "/api/v1/me").json().get("permissions"))));
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode stated = operation.getValue().get("x-permission");
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                String target = path.getKey().replaceAll("\\{\\w+}", "1");
                String what = method + " " + path.getKey();
                assertTrue(what + " states no permission", stated != null);
                if (stated.asText().equals("NONE") || target.endsWith("/events")) {
                    continue;
                }
                walked++;
                int nobody = raw(method, target, method.equals("GET") || method.equals("DELETE") ? null : "{}").statusCode();
                if (nobody != 401) {
                    wrong.add(what + " as nobody: " + nobody);
                }
                clients.forEach((role, client) -> {
                    boolean permitted = held.get(role).contains(stated.asText());
                    if (!permitted || method.equals("GET")) {
                        Reply reply = json(client, method, target, method.equals("GET") || method.equals("DELETE") ? null : "{}");
                        boolean refused = reply.status() == 403 && reply.text().contains("not-permitted");
                        if (refused == permitted) {
                            wrong.add(what + " as " + role + ": " + reply.status());
                        }
                    }
                });
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue("only " + walked + " operations", walked > 40);
    }

    /** What each command shall need stands in a file of its own, beside words with which it changes nothing. */
    @Test
    public void everyCommandIsRefusedToNobodyAndToEveryRoleWithoutItsPermission() throws Exception {
        Map<String, String> staff = new TreeMap<>(Map.of("S", "SPECIALIST", "O", "OPERATOR", "A", "AUDITOR", "-", "ADMIN"));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> role : staff.entrySet()) {
            String name = "shell-" + RUN + role.getValue().toLowerCase(Locale.ROOT);
            account(name, role.getValue());
            try (ShellClient shell = new ShellClient(server, name, PASSWORD)) {
                wrong.addAll(walk(shell, role.getKey()));
            }
        }
        assertEquals(List.of(), wrong);
        for (String outsider : List.of("APPLICANT", "SUB_ACCOUNT", "BUTLER", "INTEGRATOR")) {
            String name = "shell-" + RUN + outsider.toLowerCase(Locale.ROOT);
            account(name, outsider);
            assertThrows(outsider + " has no shell", IOException.class, () -> new ShellClient(server, name, PASSWORD));
        }
        assertThrows("nobody", IOException.class, () -> new ShellClient(server, "nobody", PASSWORD));
    }

    private static List<String> walk(ShellClient shell, String role) throws IOException {
        Map<String, String[]> expected = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AccountsIT.class.getResourceAsStream("shell-commands.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" +", 3))
                    .forEach(words -> expected.put(words[0], words));
        }
        StringBuilder script = new StringBuilder("echo ${.commands}");
        expected.values().forEach(words -> script.append("; echo @@").append(words[0]).append("; try { beian:").append(words[0])
                .append(' ').append(words.length > 2 ? words[2] : "").append(" } { echo $exception }"));
        String[] said = shell.run(script.toString()).split("@@");
        assertEquals("the commands, and those of shell-commands.txt", COMMAND.matcher(said[0]).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new)), expected.keySet());
        List<String> wrong = new ArrayList<>();
        for (int i = 1; i <= expected.size(); i++) {
            String name = said[i].substring(0, said[i].indexOf('\n')).strip();
            boolean permitted = role.equals("-") || expected.get(name)[1].contains(role);
            if (said[i].contains("needs the role") == permitted || said[i].contains("is required")) {
                wrong.add("beian:" + name + " as " + role + ": " + said[i]);
            }
        }
        return wrong;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    public void nobodySeesOrChangesWhatIsAnothers() throws Exception {
        RestClient anna = account("anna-" + RUN, "APPLICANT");
        RestClient bob = account("bob-" + RUN, "APPLICANT");
        String order = "/orders/" + json(anna, "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
        json(server.as("operator"), "PUT", "/resources/cvm/res-" + RUN, "{\"account\":\"anna-" + RUN + "\",\"region\":\"r\","
                + "\"mainland\":true,\"prepaid\":true,\"monthsBought\":12}").expectSuccess();
        String key = json(anna, "POST", "/me/keys", "{\"label\":\"hers\"}").json().at("/key/id").asText();
        String invitation = json(anna, "POST", "/me/invitations", invitation(order)).json().at("/invitation/id").asText();
        for (String path : List.of("", "/history", "/requirements", "/explanation", "/footer", "/materials/m1",
            "/changes")) {
            assertEquals(path, 404, bob.send("GET", "/api/v1" + order + path).status());
        }
        String basic = "Basic " + Base64.getEncoder().encodeToString(("bob-" + RUN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertEquals("its stream", 404, raw("GET", order + "/events", null, "Authorization", basic, "Accept",
                "text/event-stream, application/json").statusCode());
        assertEquals(404, json(bob, "PATCH", order, "{\"organizer\":{\"name\":\"x\"}}").status());
        assertEquals(404, json(bob, "POST", order + "/submission", "{\"consents\":[]}").status());
        assertEquals(404, json(bob, "POST", order + "/withdrawal", "{\"reason\":\"mine\"}").status());
        assertEquals(404, json(bob, "POST", order + "/rehearsal", "{}").status());
        assertEquals(404, json(bob, "POST", order + "/refiling", "{}").status());
        assertEquals(404, json(bob, "PUT", order + "/filing-password", "{\"password\":\"12345678\"}").status());
        assertEquals(404, json(bob, "POST", "/me/delegations", "{\"delegate\":\"x\"," + invitation(order).substring(1)).status());
        assertEquals(404, bob.send("GET", "/api/v1/resources/cvm/res-" + RUN).status());
        assertEquals(404, json(bob, "DELETE", "/me/keys/" + key, null).status());
        assertEquals(404, json(bob, "DELETE", "/me/invitations/" + invitation, null).status());
        assertEquals(404, json(bob, "POST", "/inbox/1/read", "{}").status());
        for (String list : List.of("/orders", "/resources", "/me/keys", "/me/invitations", "/me/delegations", "/inbox")) {
            assertEquals(list, 0, bob.send("GET", "/api/v1" + list).json().size());
        }
        assertEquals("events", 0, bob.send("GET", "/api/v1/events").expectSuccess().json().get("items").size());
        assertTrue(anna.send("GET", "/api/v1/events").text().contains(order.substring("/orders/".length())));
        assertEquals("and it is still there", 200, anna.send("GET", "/api/v1" + order).status());
        assertEquals(200, anna.send("GET", "/api/v1/resources/cvm/res-" + RUN).status());
    }

    @Test
    public void nobodySeesOrUsesAnothersCodesAndEndpoints() throws Exception {
        RestClient quentin = account("quentin-" + RUN, "APPLICANT");
        RestClient rosa = account("rosa-" + RUN, "APPLICANT");
        json(server.as("operator"), "PUT", "/resources/cvm/code-" + RUN, "{\"account\":\"quentin-" + RUN + "\",\"region\":\"r\","
                + "\"mainland\":true,\"prepaid\":true,\"monthsBought\":12,\"ips\":[\"119.29.1.88\"],"
                + "\"expiresAt\":\"2056-01-01T00:00:00Z\"}").expectSuccess();
        String codes = "{\"kind\":\"cvm\",\"id\":\"code-" + RUN + "\"}";
        assertEquals(404, json(rosa, "POST", "/codes", codes).status());
        String code = json(quentin, "POST", "/codes", codes).expectSuccess().json().at("/0/code").asText();
        assertEquals(404, rosa.send("GET", "/api/v1/codes/" + code).status());
        assertEquals(404, json(rosa, "PUT", "/codes/" + code + "/account", "{\"account\":\"rosa-" + RUN + "\"}").status());
        assertEquals(404, json(rosa, "DELETE", "/codes/" + code + "?reason=mine", null).status());
        assertEquals(200, quentin.send("GET", "/api/v1/codes/" + code).status());
        String hook = json(quentin, "POST", "/me/endpoints", "{\"channel\":\"webhook\",\"name\":\"his\","
                + "\"address\":\"https://hook.example.com/in\"}").expectSuccess().json().at("/endpoint/id").asText();
        assertEquals(404, json(rosa, "PUT", "/me/endpoints/" + hook, "{\"name\":\"hers\"}").status());
        assertEquals(404, json(rosa, "DELETE", "/me/endpoints/" + hook, null).status());
        assertEquals(404, json(rosa, "POST", "/me/endpoints/" + hook + "/test", "{}").status());
        assertEquals(404, rosa.send("GET", "/api/v1/me/endpoints/" + hook + "/deliveries").status());
        assertEquals(0, rosa.send("GET", "/api/v1/me/endpoints").json().size());
        assertEquals(204, json(quentin, "DELETE", "/me/endpoints/" + hook, null).status());
    }

    @Test
    public void nobodySeesAnothersRegisterEntryOrMessages() throws Exception {
        RestClient gina = account("gina-" + RUN, "APPLICANT");
        RestClient hugo = account("hugo-" + RUN, "APPLICANT");
        FilingSteps steps = new FilingSteps(gina, server.as("specialist"), new SampleFiling(Place.GUANGDONG, 620_000));
        steps.importResource(server.as("operator"), "gina-" + RUN, LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        steps.passPreReview();
        TestServer.await("the number", Duration.ofSeconds(60), () -> steps.order().at("/progress/state").asText().equals("APPROVED"));
        String entry = "/api/v1/register/organizers/" + URLEncoder.encode(steps.order().at("/grant/organizerNumber").asText(),
                StandardCharsets.UTF_8);
        assertTrue(gina.send("GET", entry).expectSuccess().text().contains(steps.order().at("/grant/organizerNumber").asText()));
        Reply another = hugo.send("GET", entry);
        assertEquals(another.text(), 404, another.status());
        assertFalse(another.text(), another.text().contains("number"));
        TestServer.await("a message", Duration.ofSeconds(60), () -> gina.send("GET", "/api/v1/inbox").json().size() > 0);
        JsonNode message = gina.send("GET", "/api/v1/inbox").json().get(0);
        assertEquals(0, hugo.send("GET", "/api/v1/inbox").json().size());
        String read = "/inbox/" + message.get("id").asText() + "/read";
        assertEquals("another's, as if it were not there", 404, json(hugo, "POST", read, "{}").status());
        assertFalse("and nobody has read it", find(gina, message).get("read").asBoolean());
        assertEquals(204, json(gina, "POST", read, "{}").status());
        assertTrue(find(gina, message).get("read").asBoolean());
    }

    private static JsonNode find(RestClient owner, JsonNode message) {
        for (JsonNode one : owner.send("GET", "/api/v1/inbox").json()) {
            if (one.get("id").equals(message.get("id"))) {
                return one;
            }
        }
        throw new AssertionError(message + " is gone");
    }

    private static String invitation(String order) {
        return "{\"policies\":[\"QcloudBAFullAccess\"],\"orders\":[\"" + order.substring("/orders/".length()) + "\"],\"until\":\""
                + Instant.now().plus(Duration.ofDays(9)) + "\"}";
    }

    @Test
    @Requirement({"T-115", "T-116", "T-117", "T-119"})
    public void aSubAccountWorksOnTheNamedOrderUntilItIsRevoked() throws Exception {
        RestClient carl = account("carl-" + RUN, "APPLICANT");
        String named = "/orders/" + json(carl, "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
        String other = "/orders/" + json(carl, "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
        String token = json(carl, "POST", "/me/invitations", invitation(named)).json().get("token").asText();
        String acceptance = "{\"token\":\"" + token + "\",\"account\":\"sun-" + RUN + "\",\"password\":\"" + PASSWORD + "\"}";
        assertEquals(204, raw("POST", "/invitations/acceptance", acceptance).statusCode());
        assertEquals(404, raw("POST", "/invitations/acceptance", acceptance).statusCode());
        RestClient sun = client("sun-" + RUN);
        assertEquals(1, sun.send("GET", "/api/v1/orders").json().size());
        assertEquals(200, json(sun, "PATCH", named, "{\"organizer\":{\"name\":\"甲公司\"}}").status());
        assertEquals(404, sun.send("GET", "/api/v1" + other).status());
        String id = carl.send("GET", "/api/v1/me/delegations").json().at("/0/id").asText();
        assertEquals(204, json(carl, "DELETE", "/me/delegations/" + id, null).status());
        assertEquals(404, sun.send("GET", "/api/v1" + named).status());
        assertEquals("甲公司", carl.send("GET", "/api/v1" + named).json().at("/application/organizer/name").asText());
    }

    @Test
    @Requirement("E-02")
    public void aSpecialistFilesForAnApplicant() {
        RestClient dora = account("dora-" + RUN, "APPLICANT");
        RestClient specialist = server.as("specialist");
        Reply opened = json(specialist, "POST", "/accounts/dora-" + RUN + "/orders", "{\"type\":\"FIRST\"}").expectSuccess();
        String order = "/orders/" + opened.json().get("id").asText();
        assertEquals(200, json(specialist, "PATCH", order, "{\"organizer\":{\"name\":\"乙公司\"}}").status());
        assertEquals(403, json(specialist, "POST", order + "/submission", "{\"consents\":[]}").status());
        assertEquals(200, dora.send("GET", "/api/v1" + order).status());
        String audit = admin.send("GET", "/api/v1/audit?action=order.assist&limit=5").text();
        assertTrue(audit, audit.contains("dora-" + RUN));
    }

    @Test
    public void aFewFailuresLockAnAccountAndAnAdministratorUnlocksIt() throws Exception {
        account("erik-" + RUN, "APPLICANT");
        RestClient wrong = new RestClient(HTTP, server.base(), "erik-" + RUN, "wrong");
        for (int i = 0; i < 5; i++) {
            assertEquals(401, wrong.send("GET", "/api/v1/me").status());
        }
        assertEquals("locked", 401, client("erik-" + RUN).send("GET", "/api/v1/me").status());
        json(admin, "DELETE", "/accounts/erik-" + RUN + "/lock", null).expectSuccess();
        assertEquals(200, client("erik-" + RUN).send("GET", "/api/v1/me").status());
    }

    /** Prints what a request costs with each kind of credentials. */
    @Test
    public void browsersAndMachinesLogInWithoutSendingAPassword() throws Exception {
        RestClient fay = account("fay-" + RUN, "APPLICANT");
        HttpResponse<String> opened = raw("POST", "/session",
                "{\"account\":\"fay-" + RUN + "\",\"password\":\"" + PASSWORD + "\"}");
        assertEquals(opened.body(), 201, opened.statusCode());
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String csrf = JSON.readTree(opened.body()).get("csrfToken").asText();
        assertEquals(403, raw("POST", "/orders", "{\"type\":\"FIRST\"}", "Cookie", cookie).statusCode());
        assertEquals(201, raw("POST", "/orders", "{\"type\":\"FIRST\"}", "Cookie", cookie, "X-CSRF-Token", csrf).statusCode());
        JsonNode key = json(fay, "POST", "/me/keys", "{\"label\":\"load\"}").json();
        String once = signature(key, "GET", "/api/v1/me", "");
        assertEquals(200, raw("GET", "/me", null, "Authorization", once).statusCode());
        assertEquals("replayed", 401, raw("GET", "/me", null, "Authorization", once).statusCode());
        String form = "{\"type\":\"FIRST\"}";
        assertEquals(201, raw("POST", "/orders", form, "Authorization", signature(key, "POST", "/api/v1/orders", form)).statusCode());
        System.out.printf(Locale.ROOT, "COST per GET /me: Basic %.2f ms, session %.2f ms, signature %.2f ms, open %.2f ms%n",
                millis(() -> fay.send("GET", "/api/v1/me").status()),
                millis(() -> raw("GET", "/me", null, "Cookie", cookie).statusCode()),
                millis(() -> raw("GET", "/me", null, "Authorization", signature(key, "GET", "/api/v1/me", "")).statusCode()),
                millis(() -> raw("GET", "/openapi.json", null).statusCode()));
        assertEquals(204, raw("DELETE", "/session", null, "Cookie", cookie, "X-CSRF-Token", csrf).statusCode());
        assertEquals(401, raw("GET", "/me", null, "Cookie", cookie).statusCode());
    }

    private static double millis(Callable<Integer> request) throws Exception {
        for (int i = 0; i < 30; i++) {
            request.call();
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertEquals(200, request.call().intValue());
        }
        return (System.nanoTime() - begin) / 1e8;
    }

    private static String signature(JsonNode key, String method, String target, String body) throws Exception {
        String time = Long.toString(Instant.now().getEpochSecond());
        String nonce = "n" + Long.toString(System.nanoTime(), 36) + "-0123456789";
        String digest = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.get("secret").asText().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        byte[] signed = mac.doFinal(String.join("\n", method, target, time, nonce, digest).getBytes(StandardCharsets.UTF_8));
        return "OpenBeian-HMAC-SHA256 key=" + key.at("/key/id").asText() + ", timestamp=" + time + ", nonce=" + nonce
                + ", signature=" + HexFormat.of().formatHex(signed);
    }
}
