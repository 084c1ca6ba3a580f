package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.audit.AuditQuery;
import org.openbeian.api.security.Actor;
import org.openbeian.rest.TestServer.Reply;

/** The audit over HTTP. */
public class AuditTest {

    private static TestServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Before
    public void threeEntries() {
        server.stores.audit.entries.clear();
        server.stores.audit.queries.clear();
        Actor sue = new Actor("sue", Set.of(), "203.0.113.9");
        for (int i = 1; i <= 3; i++) {
            server.stores.audit.record(sue, "order.reveal", "order", "o" + i, "why", Map.of("fields", "1"));
        }
    }

    @Test
    public void theAuditorReadsItPageByPage() {
        Reply first = server.send("audrey", "GET", "/audit?limit=2");
        assertEquals(List.of("o3", "o2"), first.json().findValuesAsText("objectId"));
        assertEquals("sue 203.0.113.9 order.reveal why", String.join(" ", first.json().at("/0/account").asText(),
            first.json().at("/0/origin").asText(), first.json().at("/0/action").asText(), first.json().at("/0/reason").asText()));
        assertEquals("</api/v1/audit?limit=2&before=2>; rel=\"next\"", first.header("Link"));
        Reply last = server.send("audrey", "GET", "/audit?limit=2&before=2");
        assertEquals(List.of("o1"), last.json().findValuesAsText("objectId"));
        assertNull(last.header("Link"));
    }

    @Test
    public void eachPartOfTheQuestionIsPassedOn() {
        server.send("audrey", "GET", "/audit?account=sue&action=order.*&object-kind=order&object-id=o1"
            + "&from=2026-11-21T00:00:00Z&until=2026-11-22T00:00:00Z&before=9&limit=7");
        assertEquals(List.of(new AuditQuery("sue", "order.*", "order", "o1", Instant.parse("2026-11-21T00:00:00Z"),
            Instant.parse("2026-11-22T00:00:00Z"), 9, 7)), server.stores.audit.queries);
    }

    @Test
    public void aBadQuestionIsNamed() {
        for (String bad : List.of("action=DROP", "from=yesterday", "from=%2B1000000-01-01T00:00:00Z", "until=0001-01-01T00:00:00Z",
                "limit=0", "before=x", "account=%00")) {
            Reply reply = server.send("audrey", "GET", "/audit?" + bad);
            assertEquals(bad, 400, reply.status());
            assertTrue(reply.text(), reply.json().get("detail").asText().contains(bad.substring(0, bad.indexOf('='))));
        }
    }

    @Test
    public void aDryRunOfTheRetentionChangesNothingAndARunIsAudited() {
        assertEquals(7, server.send("audrey", "GET", "/retention").json().at("/0/rows").asInt());
        assertEquals(7, server.send("ops", "GET", "/retention").json().at("/0/rows").asInt());
        assertEquals(403, server.send("audrey", "POST", "/retention").status());
        assertEquals(7, server.send("ops", "POST", "/retention").json().at("/0/rows").asInt());
        assertEquals(0, server.send("ops", "GET", "/retention").json().at("/0/rows").asInt());
        assertEquals("retention.run {deliveries=7}", server.stores.audit.entries.get(3).action() + " "
            + server.stores.audit.entries.get(3).details());
    }

    @Test
    public void theAuditorTakesItOutLineByLineWithAProof() {
        Reply export = server.send("audrey", "GET", "/audit/export?from=2");
        assertEquals(export.text(), 200, export.status());
        assertEquals("application/x-ndjson", export.header("Content-Type"));
        List<String> lines = export.text().lines().toList();
        assertEquals("two of three, the export itself, and the proof", 4, lines.size());
        assertTrue(lines.get(0), lines.get(0).contains("\"o2\""));
        assertTrue(lines.get(2), lines.get(2).contains("audit.export") && lines.get(2).contains("audrey"));
        assertEquals("{\"proof\":\"4:h4\"}", lines.get(3));
        assertEquals(400, server.send("audrey", "GET", "/audit/export?from=x").status());
        assertEquals(403, server.send("ops", "GET", "/audit/export").status());
    }

    @Test
    public void theAuditorChecksItsChainAndAProof() {
        Reply good = server.send("audrey", "GET", "/audit/verification?proof=2:" + "ab".repeat(32));
        assertEquals("3 0 true", good.json().at("/reports/audit/entries").asText() + " " + good.json().at("/reports/audit/faults").size()
            + " " + good.json().get("proof").asText());
        assertEquals("false", server.send("audrey", "GET", "/audit/verification?proof=9:" + "ab".repeat(32)).json().get("proof").asText());
        assertEquals(400, server.send("audrey", "GET", "/audit/verification?proof=9").status());
        server.stores.audit.entries.clear();
        Reply bad = server.send("audrey", "GET", "/audit/verification");
        assertEquals("audit: entry 1 is missing", bad.json().at("/reports/audit/faults/0").asText());
        assertTrue("nothing was asked about", bad.json().path("proof").isMissingNode() || bad.json().path("proof").isNull());
    }

    @Test
    public void nobodyElseReadsIt() {
        for (String other : List.of("anna", "wang", "ops", "bai", "cloud")) {
            assertEquals(403, server.send(other, "GET", "/audit/verification").status());
            assertEquals(403, server.send(other, "GET", "/audit").status());
        }
    }
}
