package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;

/** What specialists say about findings, over HTTP. */
public class ClearancesTest {

    private static final String STATEMENT = "{\"rule\":\"r\",\"pointer\":\"/organizer/name\",\"reason\":\"seen\"}";

    private TestServer server;
    private String path;

    @Before
    public void start() throws Exception {
        server = new TestServer();
        path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void anOverrideIsProposedApprovedAndRevoked() {
        Reply proposed = server.json("wang", "POST", path + "/overrides", STATEMENT, "If-Match", "*");
        assertEquals(proposed.text(), "wang", proposed.json().at("/review/clearances/0/by").asText());
        assertEquals("\"v2\"", proposed.header("ETag"));
        assertEquals("***", proposed.json().at("/review/clearances/0/inputsHash").asText());
        Reply own = server.json("wang", "POST", path + "/overrides/approval",
                "{\"rule\":\"r\",\"pointer\":\"/organizer/name\"}", "If-Match", "*");
        assertEquals(403, own.status());
        assertEquals("own-proposal", own.json().get("code").asText());
        Reply approved = server.json("root", "POST", path + "/overrides/approval",
                "{\"rule\":\"r\",\"pointer\":\"/organizer/name\"}", "If-Match", "\"v2\"");
        assertEquals("root", approved.json().at("/review/clearances/0/approvedBy").asText());
        Reply revoked = server.json("wang", "POST", path + "/overrides/revocation", STATEMENT, "If-Match", "*");
        assertEquals(revoked.text(), 0, revoked.json().at("/review/clearances").size());
    }

    @Test
    public void anEnquiryIsCleared() {
        Reply cleared = server.json("wang", "POST", path + "/clearances", STATEMENT, "If-Match", "*");
        assertEquals("seen", cleared.json().at("/review/clearances/0/reason").asText());
    }

    @Test
    public void aStatementNeedsAllItsPartsAndTheVersion() {
        Reply empty = server.json("wang", "POST", path + "/overrides", "{}", "If-Match", "*");
        assertEquals(422, empty.status());
        assertEquals(empty.text(), 3, empty.json().get("findings").size());
        assertEquals(428, server.json("wang", "POST", path + "/overrides", STATEMENT).status());
        assertEquals(412, server.json("wang", "POST", path + "/clearances", STATEMENT, "If-Match", "\"v9\"").status());
        Reply stranger = server.json("bob", "POST", path + "/clearances", STATEMENT, "If-Match", "*");
        assertEquals(403, stranger.status());
        assertFalse(stranger.text(), stranger.text().contains("anna"));
    }
}
