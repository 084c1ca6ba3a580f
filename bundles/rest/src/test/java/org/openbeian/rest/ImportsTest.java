package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

/** Inventories and domains over the interface. */
public class ImportsTest {

    private static TestServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void anImportOfAnyLengthIsReadAsItComes() {
        String line = "x".repeat(999) + "\n";
        Reply reply = put("ops", "big?kind=resources", "application/x-ndjson", line.repeat(14_000) + "bad");
        assertEquals(reply.text(), 200, reply.status());
        assertEquals("a body may be longer than the other ones", 14_001, reply.json().get("lines").asInt());
        assertEquals("JSON_LINES", reply.json().at("/content/format").asText());
        assertEquals(1, server.send("ops", "GET", "/imports/big").json().get("bad").asInt());
        assertEquals("bad", server.send("ops", "GET", "/imports/big/bad-lines").json().at("/0/reasons/en").asText());
        assertEquals(0, server.send("ops", "GET", "/imports/big/bad-lines?after=2").json().size());
        assertEquals(1, server.send("ops", "GET", "/imports").json().size());
    }

    @Test
    public void whatCannotBeAnImportIsRefused() {
        assertEquals(403, put("anna", "a?kind=resources", "text/csv", "x").status());
        assertEquals(400, put("ops", "a", "text/csv", "x").status());
        assertEquals(400, put("ops", "a?kind=domains&whole=maybe", "text/csv", "x").status());
        assertEquals(415, put("ops", "a?kind=domains", "text/plain", "x").status());
        assertEquals(404, server.send("ops", "GET", "/imports/none").status());
    }

    @Test
    @Requirement({"T-04", "T-18"})
    public void whatIsKnownOfADomainIsMasked() {
        String body = "{\"account\":\"anna\",\"registrar\":\"R\",\"holderName\":\"王小明\",\"holderCertificateType\":\"RESIDENT_ID\","
                + "\"holderCertificateNumber\":\"110101199003070134\",\"boughtOn\":\"2026-11-01\"}";
        Reply reply = server.send("ops", "PUT", "/domains/Example.COM", body.getBytes(StandardCharsets.UTF_8), "Content-Type",
                "application/json");
        assertEquals(reply.text(), 200, reply.status());
        Reply read = server.send("anna", "GET", "/domains/example.com");
        assertEquals("2026-11-04", read.json().get("dataExpectedOn").asText());
        assertTrue(read.text(), !read.text().contains("小明") && !read.text().contains("199003"));
        assertEquals(1, server.send("anna", "GET", "/domains").json().size());
        assertEquals(404, server.send("bob", "GET", "/domains/example.com").status());
        assertEquals(404, server.send("anna", "GET", "/domains/%E4%BE%8B.%E4%B8%AD%E5%9B%BD").status());
        assertEquals(422, server.send("ops", "PUT", "/domains/www.example.com", body.getBytes(StandardCharsets.UTF_8), "Content-Type",
                "application/json").status());
        assertEquals(422, server.send("ops", "PUT", "/domains/example.cn", "{\"domain\":\"example.com\"}".getBytes(StandardCharsets.UTF_8),
                "Content-Type", "application/json").status());
    }

    private static Reply put(String account, String path, String type, String content) {
        return server.send(account, "PUT", "/imports/" + path, content.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
    }
}
