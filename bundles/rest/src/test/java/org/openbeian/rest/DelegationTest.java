package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;

public class DelegationTest {

    private static final String WHAT = "\"policies\":[\"QcloudBAFullAccess\"],\"orders\":[\"order-1\"],"
            + "\"until\":\"2027-01-01T00:00:00Z\"}";

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
    public void anApplicantDelegatesAndRevokes() {
        Reply made = server.json("anna", "POST", "/me/delegations", "{\"delegate\":\"bai\"," + WHAT);
        assertEquals(made.text(), 201, made.status());
        String id = made.json().get("id").asText();
        assertTrue(server.send("anna", "GET", "/me/delegations").text().contains(id));
        assertFalse(server.send("bob", "GET", "/me/delegations").text().contains(id));
        assertEquals(404, server.send("bob", "DELETE", "/me/delegations/" + id).status());
        assertEquals(204, server.send("anna", "DELETE", "/me/delegations/" + id).status());
        assertEquals(422, server.json("anna", "POST", "/me/delegations", "{\"delegate\":\"bai\"}").status());
    }

    @Test
    public void anInvitationIsTakenByWhoeverHoldsItsToken() {
        Reply made = server.json("anna", "POST", "/me/invitations", "{" + WHAT);
        assertEquals(made.text(), "welcome", made.json().get("token").asText());
        assertFalse("once", server.send("anna", "GET", "/me/invitations").text().contains("welcome"));
        String acceptance = "{\"token\":\"%s\",\"account\":\"sun\",\"password\":\"correct horse 9\"}";
        assertEquals(404, server.json(null, "POST", "/invitations/acceptance", acceptance.formatted("guessed")).status());
        assertEquals(204, server.json(null, "POST", "/invitations/acceptance", acceptance.formatted("welcome")).status());
        String id = made.json().at("/invitation/id").asText();
        assertEquals(404, server.send("bob", "DELETE", "/me/invitations/" + id).status());
        assertEquals(204, server.send("anna", "DELETE", "/me/invitations/" + id).status());
    }

    @Test
    public void aSpecialistOpensAnOrderForAnApplicant() {
        Reply opened = server.json("wang", "POST", "/accounts/bob/orders", "{\"type\":\"FIRST\"}");
        assertEquals(opened.text(), 201, opened.status());
        assertEquals("bob", opened.json().get("account").asText());
        assertEquals(200, server.send("bob", "GET", "/orders/" + opened.json().get("id").asText()).status());
    }
}
