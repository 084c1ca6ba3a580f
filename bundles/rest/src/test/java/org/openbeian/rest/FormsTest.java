package org.openbeian.rest;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

/** Forms that an operator loads and applicants fetch. */
public class FormsTest {

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
    @Requirement({"E-29", "E-30"})
    public void aFormIsLoadedAndFetched() {
        assertEquals(0, server.send("anna", "GET", "/form-templates").json().at("/0/version").asInt());
        Reply empty = server.send("anna", "GET", "/form-templates/audit-form");
        assertEquals(404, empty.status());
        assertEquals("form-not-loaded", empty.json().get("code").asText());
        assertEquals(403, put("anna", "audit-form", "one").status());
        assertEquals(1, put("ops", "audit-form", "one").json().get("version").asInt());
        assertEquals("ops", put("ops", "audit-form", "two").json().get("loadedBy").asText());
        Reply newest = server.send("anna", "GET", "/form-templates/audit-form");
        assertEquals("two", newest.text());
        assertEquals("application/pdf", newest.header("Content-Type"));
        assertEquals("attachment; filename=\"audit-form-2.pdf\"", newest.header("Content-Disposition"));
        assertEquals("one", server.send("anna", "GET", "/form-templates/audit-form?version=1").text());
        assertEquals(404, server.send("anna", "GET", "/form-templates/audit-form?version=3").status());
        assertEquals(400, server.send("anna", "GET", "/form-templates/audit-form?version=x").status());
        assertEquals("form-slot-unknown", put("ops", "staffing-certificate", "one").json().get("code").asText());
        assertEquals(2, server.send("anna", "GET", "/form-templates").json().at("/0/version").asInt());
    }

    private static Reply put(String account, String slot, String content) {
        return server.send(account, "PUT", "/form-templates/" + slot, content.getBytes(StandardCharsets.UTF_8), "Content-Type",
                "application/octet-stream");
    }
}
