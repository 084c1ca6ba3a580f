package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

public class OperatorTest {

    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer();
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void lanesAndEffectsAreSteered() {
        assertEquals("authority:440000", server.send("ops", "GET", "/lanes").json().at("/0/name").asText());
        assertEquals(200, server.send("ops", "GET", "/effects?limit=5").status());
        assertEquals(204, server.json("ops", "POST", "/lanes/authority:440000/pause", "{\"reason\":\"upkeep\"}").status());
        assertEquals(204, server.send("ops", "POST", "/lanes/authority:440000/resume").status());
        assertEquals(204, server.json("ops", "POST", "/effects/7/retry", "{\"reason\":\"mended\"}").status());
        assertEquals(204, server.json("ops", "POST", "/effects/8/skip", "{\"reason\":\"obsolete\"}").status());
        assertEquals(List.of("pause authority:440000 upkeep", "resume authority:440000", "retry 7 mended", "skip 8 obsolete"),
                server.stores.lanes.calls);
        assertEquals(422, server.json("ops", "POST", "/effects/7/retry", "{}").status());
    }

    @Test
    public void aDamagedResultFileIsSettledWithAReason() {
        assertEquals(200, server.send("ops", "GET", "/results").status());
        assertEquals(204, server.json("ops", "POST", "/results/440000/r-1.xml/dismissal", "{\"reason\":\"told by phone\"}").status());
        assertEquals(List.of("dismiss 440000 r-1.xml told by phone by ops"), server.stores.lanes.calls);
        assertEquals(422, server.json("ops", "POST", "/results/440000/r-1.xml/dismissal", "{}").status());
        assertEquals(403, server.json("anna", "POST", "/results/440000/r-1.xml/dismissal", "{\"reason\":\"x\"}").status());
    }

    @Test
    public void resourcesAreImportedAndSeenByTheirOwner() {
        String facts = "{\"kind\":\"cvm\",\"id\":\"ins-1\",\"account\":\"anna\",\"region\":\"ap-guangzhou\",\"mainland\":true,"
                + "\"prepaid\":true,\"monthsBought\":12,\"expiresAt\":\"2027-01-01T00:00:00Z\",\"ips\":[\"119.29.1.1\"]}";
        Reply put = server.json("ops", "PUT", "/resources/cvm/ins-1", facts);
        assertEquals(put.text(), 200, put.status());
        assertEquals("ap-guangzhou", server.send("anna", "GET", "/resources/cvm/ins-1").json().get("region").asText());
        assertEquals(1, server.send("anna", "GET", "/resources").json().size());
        assertEquals(404, server.send("bob", "GET", "/resources/cvm/ins-1").status());
        assertEquals(403, server.json("anna", "PUT", "/resources/cvm/ins-1", facts).status());
        assertEquals("/id", server.json("ops", "PUT", "/resources/cvm/ins-2", facts).json().at("/findings/0/pointer").asText());
    }

    @Test
    public void messagesAndDeliveriesAreListed() {
        for (long id = 1; id <= 3; id++) {
            server.stores.messages.put(id, FakeStores.message(id, "anna"));
        }
        Reply page = server.send("anna", "GET", "/inbox?limit=2");
        assertEquals("[3,2]", "[" + page.json().at("/0/id") + "," + page.json().at("/1/id") + "]");
        assertEquals("</api/v1/inbox?limit=2&before=2>; rel=\"next\"", page.header("Link"));
        assertEquals(1, server.send("anna", "GET", "/inbox?limit=2&before=2").json().get(0).get("id").asInt());
        assertEquals(404, server.send("bob", "POST", "/inbox/1/read").status());
        server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}");
        assertEquals("a***@example.com",
                server.send("ops", "GET", "/deliveries?order=order-1").json().at("/0/maskedAddress").asText());
        assertEquals(403, server.send("anna", "GET", "/deliveries?order=order-1").status());
        Reply account = server.send("ops", "GET", "/deliveries?account=bob&limit=5");
        assertEquals("bob", account.json().at("/0/account").asText());
        assertEquals("a long SMS costs three", 3, account.json().at("/0/result/parts").asInt());
        assertEquals(403, server.send("anna", "GET", "/deliveries?account=bob").status());
        assertEquals(400, server.send("ops", "GET", "/deliveries").status());
        assertEquals(400, server.send("ops", "GET", "/deliveries?account=bob&order=order-1").status());
        assertEquals(400, server.send("ops", "GET", "/deliveries?account=bob&limit=0").status());
        Reply own = server.send("anna", "GET", "/me/deliveries");
        assertEquals("anna arrears", own.json().at("/0/account").asText() + " " + own.json().at("/0/message").asText());
        assertEquals(401, server.send(null, "GET", "/me/deliveries").status());
    }

    @Test
    public void theRegisterShowsWhatComesOfVisibleOrders() {
        String address = "/register/organizers/" + URLEncoder.encode("粤ICP备2026000001号", StandardCharsets.UTF_8);
        assertEquals("粤ICP备2026000001号-1", server.send("anna", "GET", address).json().at("/services/0/number").asText());
        assertEquals("示例公司", server.send("anna", "GET", address).json().at("/organizer/name").asText());
        assertEquals("when the authority changed it", FakeOrders.NOW.plusSeconds(60).toString(),
            server.send("anna", "GET", address).json().at("/organizer/changedAt").asText());
        assertEquals("示**", server.send("ops", "GET", address).json().at("/organizer/name").asText());
        assertEquals(404, server.send("bob", "GET", address).status());
        assertEquals(404, server.send("anna", "GET", "/register/organizers/x").status());
    }

    @Test
    @Requirement({"Q-15", "T-50"})
    public void theRegisterIsSearchedAndHandedOut() {
        Reply page = server.json("anna", "POST", "/register/search", "{\"name\":\"示例公司\",\"limit\":1}");
        assertEquals(FakeRegister.NUMBER + " " + FakeRegister.NUMBER, page.json().at("/entries/0/number").asText() + " "
                + page.json().get("next").asText());
        assertEquals("示例公司 1", server.stores.register.asked.name() + " " + server.stores.register.asked.limit());
        assertTrue("the last page", server.json("anna", "POST", "/register/search", "{}").json().path("next").isMissingNode());
        assertEquals(422, server.json("anna", "POST", "/register/search", "{\"state\":\"GONE\"}").status());
        Reply export = server.send("root", "GET", "/register/export?reason=moving");
        assertEquals("application/x-ndjson 1", export.header("Content-Type") + " " + export.text().lines().count());
        assertTrue(export.text(), export.text().contains("示例公司"));
        assertEquals(422, server.send("root", "GET", "/register/export").status());
        assertEquals(403, server.send("ops", "GET", "/register/export?reason=moving").status());
    }

    @Test
    @Requirement("W-31")
    public void realTimesAreFiguresAndAPicture() {
        assertEquals("SMS 90000", server.send("wang", "GET", "/service-levels?by-province=true").json().at("/0/stage").asText() + " "
                + server.send("wang", "GET", "/service-levels").json().at("/0/ninthDecileSeconds").asText());
        assertEquals("email", server.send("wang", "GET", "/service-levels?by-channel=true").json().at("/0/channel").asText());
        Reply plot = server.send("wang", "GET", "/service-levels/plot?by-province=true");
        assertEquals("image/svg+xml", plot.header("Content-Type"));
        assertTrue(plot.text(), plot.text().contains("SMS 440000 (12)") && plot.text().contains("1.0 d, half 1.0 h, 1 late"));
        assertTrue("well-formed when empty", server.send("wang", "GET", "/service-levels/plot?days=91").text().endsWith("</svg>"));
        assertEquals(400, server.send("wang", "GET", "/service-levels?days=0").status());
        assertEquals(403, server.send("anna", "GET", "/service-levels").status());
    }

    @Test
    public void staffSeesNoPersonalData() {
        server.json("anna", "POST", "/orders", """
                {"type":"FIRST","application":{"organizer":{"nature":"INDIVIDUAL","name":"张三丰","certificateNumber":
                "440305190001011234","postalAddress":"科技园路1号","principal":{"name":"李四光","mobile":"13800000000",
                "email":"li@example.com"}},"services":[{"kind":"WEBSITE","name":"官网","principal":{"name":"王五六"}}],
                "extra":{"note":"机密内容"}}}""");
        server.json("wang", "POST", "/orders/order-1/calls", "{\"answered\":true,\"note\":\"他说话很轻\"}", "If-Match", "*");
        String shown = server.send("ops", "GET", "/orders/order-1").text();
        for (String secret : List.of("张三丰", "440305190001011234", "科技园路1号", "李四光", "13800000000", "li@", "王五六",
                "机密内容", "他说话很轻")) {
            assertFalse(secret, shown.contains(secret));
            assertTrue(secret, server.send("anna", "GET", "/orders/order-1").text().contains(secret));
            assertFalse(secret, server.send("wang", "GET", "/orders/order-1").text().contains(secret));
        }
        assertTrue(shown, shown.contains("官网"));
        assertFalse(server.send("ops", "GET", "/orders/order-1/explanation").text().contains("张三"));
        assertTrue(server.send("anna", "GET", "/orders/order-1/explanation").text().contains("张三"));
    }

    @Test
    public void listsArePaged() {
        for (int i = 0; i < 5; i++) {
            server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}");
        }
        server.json("bob", "POST", "/orders", "{\"type\":\"FIRST\"}");
        Reply first = server.send("anna", "GET", "/orders?limit=2&state=DRAFT");
        assertEquals(2, first.json().size());
        assertEquals("</api/v1/orders?limit=2&state=DRAFT&after=order-4>; rel=\"next\"", first.header("Link"));
        Reply second = server.send("anna", "GET", "/orders?limit=2&state=DRAFT&after=order-4");
        assertEquals("order-3", second.json().at("/0/id").asText());
        assertEquals(null, server.send("anna", "GET", "/orders?limit=9").header("Link"));
        assertEquals(6, server.send("wang", "GET", "/orders").json().size());
    }

    @Test
    public void rulesAndAccountAreShown() {
        assertEquals("440000", server.send("anna", "GET", "/provinces").json().at("/0/provinceId").asText());
        assertEquals("粤", server.send("anna", "GET", "/provinces/440000").json().get("filingPrefix").asText());
        assertEquals(404, server.send("anna", "GET", "/provinces/620000").status());
        assertEquals("serving", server.send("ops", "GET", "/rule-bundles").json().at("/0/status").asText());
        assertEquals("privacy", server.send("anna", "GET", "/consents").json().at("/0/id").asText());
        Reply me = server.send("anna", "GET", "/me");
        assertEquals("anna@example.com", me.json().get("email").asText());
        assertTrue(me.text(), me.text().contains("FILE_ORDER") && !me.text().contains("STEER_SYSTEM"));
    }

    @Test
    @Requirement({"A-06", "A-19"})
    public void aProvinceSaysWhatItAsks() {
        server.services.put(Clock.class, Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC));
        Reply page = server.send("anna", "GET", "/provinces/440000/requirements?type=NEW_SERVICE&nature=INDIVIDUAL");
        assertEquals("NEW_SERVICE", page.json().get("type").asText());
        assertEquals("the day in China", "2026-11-22", page.json().get("on").asText());
        Reply text = server.send("anna", "GET", "/provinces/440000/requirements.md?lang=en");
        assertTrue(text.header("Content-Type"), text.header("Content-Type").startsWith("text/markdown"));
        assertTrue(text.text(), text.text().startsWith("# Guangdong · FIRST · ENTERPRISE\n"));
        assertTrue(server.send("anna", "GET", "/provinces/440000/requirements.md").text().startsWith("# 广东 · FIRST · 企业\n"));
        assertEquals("object", server.send("anna", "GET", "/provinces/440000/form").json().get("type").asText());
        assertEquals(404, server.send("anna", "GET", "/provinces/620000/form").status());
        assertEquals(404, server.send("anna", "GET", "/provinces/620000/requirements").status());
        Reply odd = server.send("anna", "GET", "/provinces/440000/requirements?nature=ALIEN");
        assertEquals(400, odd.status());
        assertTrue(odd.text(), odd.text().contains("INDIVIDUAL"));
    }

    @Test
    public void everyAnswerForbidsCachingAndSniffing() {
        Reply reply = server.send("anna", "GET", "/me", "X-Request-Id", "mine-1");
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("mine-1", reply.header("X-Request-Id"));
        assertFalse(server.send("anna", "GET", "/me", "X-Request-Id", "<script>").header("X-Request-Id").contains("<"));
    }
}
