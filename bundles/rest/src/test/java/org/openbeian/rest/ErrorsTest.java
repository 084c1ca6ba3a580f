package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.store.StaleOrder;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.rest.TestServer.Reply;

public class ErrorsTest {

    private static TestServer server;

    private String path;
    private int changesBefore;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Before
    public void draft() {
        path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
        changesBefore = server.orders.changes.get();
    }

    @Test
    public void aLongAddressIsOnlyLong() {
        for (String part : List.of("a".repeat(7_000), "%41".repeat(2_300))) {
            assertEquals(404, server.send("anna", "GET", "/orders/" + part).status());
        }
    }

    @Test
    public void withoutGoodCredentialsThereIsNothingToSee() {
        Reply none = problem(401, "log-in-required", server.send(null, "GET", "/orders"));
        assertEquals("Basic realm=\"OpenBeian\", charset=\"UTF-8\"", none.header("WWW-Authenticate"));
        problem(401, "credentials-refused", server.send(null, "GET", "/orders", "Authorization",
                TestServer.basic("anna", "wrong")));
        problem(401, "credentials-unreadable", server.send(null, "GET", "/orders", "Authorization", "Basic %%%"));
        problem(401, "credentials-refused", server.send(null, "GET", "/orders", "Authorization", "Bearer x"));
        problem(401, "credentials-unreadable", server.send(null, "GET", "/orders", "Authorization", "Digest x"));
        problem(401, "credentials-unreadable", server.send(null, "GET", "/orders", "Authorization", "Basic YW5uYQ=="));
    }

    @Test
    public void whatIsNotPermittedIsRefused() {
        problem(403, "not-permitted", server.send("anna", "GET", "/lanes"));
        problem(403, "not-permitted", server.send("anna", "POST", path + "/claim", "If-Match", "*"));
        problem(403, "not-permitted", server.send("ops", "GET", path + "/materials/m1"));
        problem(404, "order-not-found", server.send("bob", "GET", path));
    }

    @Test
    public void anAddressThatIsNotThereIsSaid() {
        problem(404, "no-such-address", server.send("anna", "GET", "/nothing"));
        problem(404, "no-such-address", server.send("anna", "GET", path + "/nothing/at/all"));
        problem(404, "no-such-address", server.send("anna", "GET", ""));
        problem(404, "order-not-found", server.send("anna", "GET", "/orders/none"));
        problem(404, "not-found", server.send("anna", "GET", "/orders/%20"));
        problem(404, "not-found", server.send("anna", "GET", "/orders/" + "x".repeat(500)));
        problem(404, "not-found", server.send("ops", "POST", "/effects/abc/retry", "{\"reason\":\"x\"}".getBytes(
                StandardCharsets.UTF_8), "Content-Type", "application/json"));
    }

    @Test
    public void aWrongMethodNamesTheRightOnes() {
        Reply reply = problem(405, "method-not-allowed", server.send("anna", "DELETE", "/orders"));
        assertEquals("GET, HEAD, OPTIONS, POST", reply.header("Allow"));
        problem(405, "method-not-allowed", server.send("anna", "GET", path + "/submission"));
        problem(405, "method-not-allowed", server.send("anna", "PUT", path));
        problem(405, "method-not-allowed", server.send("anna", "BREW", "/orders"));
        Reply opening = problem(405, "method-not-allowed", server.json("anna", "POST", "/sites/s-1/opening", "{}"));
        assertEquals("those of addresses beside it are none of its own", "OPTIONS, PUT", opening.header("Allow"));
        assertTrue(opening.text(), opening.text().contains("allowed: OPTIONS, PUT\""));
    }

    @Test
    public void formsThatAreNotSpokenAreRefused() {
        problem(415, "unsupported-content-type", server.send("anna", "POST", "/orders", bytes("<a/>"), "Content-Type",
                "application/xml"));
        problem(415, "unsupported-content-type", server.send("anna", "PATCH", path, bytes("{}"), "Content-Type",
                "application/json", "If-Match", "*"));
        problem(415, "unsupported-content-type", server.send("anna", "PUT", path + "/materials/x?subject=/organizer",
                bytes("GIF89a"), "Content-Type", "image/gif", "If-Match", "*"));
        problem(415, "unsupported-charset", server.send("anna", "POST", "/orders", bytes("{}"), "Content-Type",
                "application/json;charset=gbk"));
        problem(406, "not-acceptable", server.send("anna", "GET", "/orders", "Accept", "text/html"));
    }

    @Test
    public void malformedJsonIsLocated() {
        Reply reply = server.json("anna", "POST", "/orders", "{\n \"type\": FIRST}");
        JsonNode finding = problem(400, "malformed-json", reply).json().at("/findings/0");
        assertEquals("/type", finding.get("pointer").asText());
        assertTrue(reply.text(), reply.json().get("detail").asText().contains("line 2, column 1"));
        for (String body : List.of("{", "[1,2", "{\"type\":\"FIRST\"} x", "{\"type\":NaN}", "{'type':1}", "\u0000", "nul",
                "{\"a\":1e}", "{\"type\":\"\\uZZZZ\"}", "{\"type\":\"a\nb\"}")) {
            problem(400, "malformed-json", server.json("anna", "POST", "/orders", body));
        }
        assertEquals("/type", problem(400, "malformed-json", server.json("anna", "POST", "/orders",
                "{\"type\":\"FIRST\",\"type\":\"FIRST\"}")).json().at("/findings/0/pointer").asText());
        problem(400, "body-missing", server.json("anna", "POST", "/orders", ""));
        problem(400, "body-missing", server.json("anna", "POST", "/orders", "  "));
        problem(400, "body-not-utf-8", server.send("anna", "POST", "/orders",
                "{\"type\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1), "Content-Type", "application/json"));
        problem(400, "body-not-utf-8", server.send("anna", "POST", "/orders",
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}, "Content-Type", "application/json"));
        problem(400, "malformed-json", server.json("anna", "POST", "/orders", "[".repeat(5_000)));
        problem(400, "malformed-json", server.json("anna", "POST", "/orders", "{\"type\":" + "9".repeat(1_000) + "}"));
    }

    @Test
    public void everythingThatDoesNotFitIsListedAtOnce() {
        Reply reply = problem(422, "body-does-not-fit", server.json("anna", "POST", "/orders", """
                {"type":"SECOND","color":"red","application":{"organizer":{"nature":7,"principal":{"validFrom":"31.01.2026",
                "name":["a"],"colour":1}},"services":[{"kind":"BLOG"},{"name":"x"},null,{"kind":"WEBSITE","contents":["a"],
                "commercial":"yes","homeUrl":"\\ud800","remark":"a\\u0000b"}],"extra":{"a/b":1}}}"""));
        List<String> pointers = new ArrayList<>();
        reply.json().get("findings").forEach(finding -> {
            pointers.add(finding.get("ruleId").asText() + " " + finding.get("pointer").asText());
            assertNotNull(finding.at("/text/zh").textValue());
            assertNotNull(finding.at("/mend/en").textValue());
        });
        assertEquals(List.of("unknown-value /type", "unknown-field /color", "unknown-value /application/organizer/nature",
                "wrong-type /application/organizer/principal/validFrom", "wrong-type /application/organizer/principal/name",
                "unknown-field /application/organizer/principal/colour", "unknown-value /application/services/0/kind",
                "missing-field /application/services/1/kind", "missing-field /application/services/2",
                "wrong-type /application/services/3/contents/0", "wrong-type /application/services/3/commercial",
                "bad-text /application/services/3/homeUrl", "bad-text /application/services/3/remark",
                "wrong-type /application/extra/a~1b"), pointers);
        assertTrue(reply.text(), reply.json().at("/findings/0/mend/en").asText().contains("FIRST, NEW_SERVICE"));
    }

    @Test
    public void aPatchThatDoesNotFitPointsIntoTheApplication() {
        Reply reply = problem(422, "body-does-not-fit", server.json("anna", "PATCH", path,
                "{\"organizer\":{\"principal\":{\"mobile\":138}}}", "If-Match", "*"));
        assertEquals("/organizer/principal/mobile", reply.json().at("/findings/0/pointer").asText());
        problem(422, "body-does-not-fit", server.json("anna", "PATCH", path, "[]", "If-Match", "*"));
        problem(422, "body-does-not-fit", server.json("anna", "PATCH", path, "\"text\"", "If-Match", "*"));
        problem(422, "body-does-not-fit", server.json("anna", "PATCH", path, "null", "If-Match", "*"));
    }

    @Test
    public void missingPartsAreNamed() {
        assertEquals("/type", problem(422, "body-does-not-fit", server.json("anna", "POST", "/orders", "{}")).json()
                .at("/findings/0/pointer").asText());
        assertEquals("/consents/0/version", problem(422, "body-does-not-fit", server.json("anna", "POST",
                path + "/submission", "{\"consents\":[{\"text\":\"privacy\"}]}", "If-Match", "*")).json()
                .at("/findings/0/pointer").asText());
        assertEquals("/answered", problem(422, "body-does-not-fit", server.json("wang", "POST", path + "/calls", "{}",
                "If-Match", "*")).json().at("/findings/0/pointer").asText());
        problem(400, "bad-query", server.send("anna", "PUT", path + "/materials/x", bytes("x"), "Content-Type", "image/png",
                "If-Match", "*"));
        problem(400, "bad-query", server.send("ops", "GET", "/deliveries"));
    }

    @Test
    public void bodiesThatAreTooLargeAreRefusedBeforeTheyAreRead() {
        problem(413, "body-too-large", server.json("anna", "POST", "/orders", "{\"type\":\"" + "x".repeat(10_000_000) + "\"}"));
        problem(413, "body-too-large", server.send("anna", "PUT", path + "/materials/x?subject=/organizer",
                new byte[BodyProvider.MAX_PICTURE + 1], "Content-Type", "image/png", "If-Match", "*"));
        assertEquals("too-long", problem(422, "body-does-not-fit", server.json("anna", "POST", "/orders",
                "{\"type\":\"FIRST\",\"application\":{\"extra\":{\"a\":\"" + "x".repeat(100_000) + "\"}}}")).json()
                .at("/findings/0/ruleId").asText());
    }

    @Test
    public void changesNeedTheVersionTheyAreMeantFor() {
        problem(428, "if-match-required", server.json("anna", "PATCH", path, "{}"));
        problem(428, "if-match-required", server.send("wang", "POST", path + "/claim"));
        problem(412, "order-changed", server.json("anna", "PATCH", path, "{}", "If-Match", "\"v7\""));
        problem(412, "order-changed", server.send("wang", "POST", path + "/claim", "If-Match", "\"v7\""));
        problem(412, "if-match-unknown", server.json("anna", "PATCH", path, "{}", "If-Match", "W/\"v1\""));
        problem(412, "if-match-unknown", server.json("anna", "PATCH", path, "{}", "If-Match", "1"));
        Reply unchanged = server.send("anna", "GET", path, "If-None-Match", "\"v1\"");
        assertEquals(304, unchanged.status());
    }

    @Test
    public void badQueriesSayWhatIsExpected() {
        problem(400, "bad-query", server.send("anna", "GET", "/orders?limit=0"));
        problem(400, "bad-query", server.send("anna", "GET", "/orders?limit=99999999999999999999"));
        problem(400, "bad-query", server.send("anna", "GET", "/orders?state=OPEN"));
        problem(400, "bad-query", server.send("anna", "GET", "/orders?waiting=maybe"));
        problem(400, "bad-query", server.send("anna", "GET", "/orders?province=gd"));
        problem(400, "bad-query", server.send("anna", "GET", "/orders?after=%27"));
        problem(400, "bad-query", server.send("anna", "GET", path + "/history?after=-1"));
        problem(400, "bad-query", server.send("anna", "PUT", path + "/materials/x?subject=organizer", bytes("x"),
                "Content-Type", "image/png", "If-Match", "*"));
    }

    @Test
    public void noLinkCanChooseAnotherMethod() {
        problem(400, "bad-query", server.send("anna", "GET", path + "?_method=DELETE"));
        problem(400, "bad-query", server.send("anna", "GET", path + "?a=b&%5Fmethod=DELETE"));
        problem(400, "bad-query", server.send("anna", "GET", "/orders?_wadl"));
        problem(400, "bad-query", server.send("anna", "GET", path, "X-HTTP-Method-Override", "DELETE"));
    }

    @Test
    public void everyRefusalHasItsStatus() {
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            server.orders.next = new Refusal(kind, "some-code", "some detail", List.of(FakeOrders.finding("/organizer/name")));
            Reply reply = problem(ProblemMapper.statusOf(kind), "some-code", server.send("anna", "GET", path));
            assertEquals("gd-1", reply.json().at("/findings/0/ruleId").asText());
            assertEquals("T-1", reply.json().at("/findings/0/source/document").asText());
            assertEquals(kind == Refusal.Kind.UNAVAILABLE, reply.header("Retry-After") != null);
        }
        server.orders.next = new StaleOrder("x");
        problem(412, "order-changed", server.send("anna", "GET", path));
        server.orders.next = new StoreUnavailable("jdbc:h2:secret", new IllegalStateException());
        Reply unavailable = problem(503, "store-unavailable", server.send("anna", "GET", path));
        assertEquals("2", unavailable.header("Retry-After"));
        assertFalse(unavailable.text().contains("h2"));
    }

    @Test
    public void allFindingsOfASubmissionComeAtOnce() {
        Reply reply = problem(422, "findings", server.json("anna", "POST", path + "/submission", "{\"consents\":[]}",
                "If-Match", "*"));
        assertEquals(2, reply.json().get("findings").size());
    }

    @Test
    public void anErrorOfOursTellsNothingButItsId() {
        server.orders.next = new IllegalStateException("secret");
        Reply reply = problem(500, "internal-error", server.send("anna", "GET", path, "X-Request-Id", "abc-1"));
        assertEquals("abc-1", reply.json().get("requestId").asText());
        assertFalse(reply.text(), reply.text().contains("secret") || reply.text().contains("Exception"));
    }

    @Test
    public void whileTheServerStartsTheAnswerIsToTryAgain() {
        server.services.put(Orders.class, null);
        try {
            Reply reply = problem(503, "not-ready", server.send("anna", "GET", path));
            assertEquals("2", reply.header("Retry-After"));
        } finally {
            server.services.put(Orders.class, server.orders);
        }
    }

    @Test
    public void outsideOfTheInterfaceThereIsOnePage() {
        String root = "http://127.0.0.1:" + server.port + "/";
        Reply page = server.send(null, "GET", root);
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").toLowerCase(java.util.Locale.ROOT));
        assertTrue(page.text(), page.text().contains("href=\"/api/v1/openapi.json\"")
                && page.text().contains("initial-accounts.properties"));
        assertEquals("no-such-address", server.send(null, "GET", root + "nothing").json().get("code").asText());
        assertEquals("GET, HEAD", server.send(null, "POST", root).header("Allow"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Reply problem(int status, String code, Reply reply) {
        String shown = reply.status() + " " + reply.text();
        assertEquals(shown, status, reply.status());
        assertEquals(shown, "application/problem+json", reply.header("Content-Type"));
        JsonNode problem = reply.json();
        assertEquals(shown, code, problem.get("code").asText());
        assertEquals(shown, "urn:openbeian:problem:" + code, problem.get("type").asText());
        assertEquals(shown, status, problem.get("status").asInt());
        assertTrue(shown, problem.get("instance").asText().startsWith("/api/v1"));
        assertFalse(shown, problem.get("title").asText().isEmpty() || problem.get("detail").asText().isEmpty());
        assertEquals(reply.header("X-Request-Id"), problem.get("requestId").asText());
        assertFalse(shown, shown.contains("\tat ") || shown.contains(".java") || shown.contains("org.apache"));
        assertEquals("nothing was changed", changesBefore, server.orders.changes.get());
        return reply;
    }
}
