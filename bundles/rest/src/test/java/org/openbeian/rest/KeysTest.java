package org.openbeian.rest;

import static org.junit.Assert.assertEquals;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.security.DataErased;
import org.openbeian.rest.TestServer.Reply;

/** Keys and erasures over HTTP. */
public class KeysTest {

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
    public void theAdministratorChangesTheMasterKeyAndSeesHowFarItIs() {
        assertEquals(202, server.send("root", "POST", "/keys/rotation").status());
        Reply status = server.send("root", "GET", "/keys");
        assertEquals("m-2 1 1", String.join(" ", status.json().get("current").asText(), status.json().get("remaining").asText(),
                status.json().at("/keys/m-1").asText()));
        assertEquals(403, server.send("ops", "POST", "/keys/rotation").status());
    }

    @Test
    public void aMasterKeyThatWrapsNothingIsDestroyed() {
        assertEquals(200, server.send("root", "DELETE", "/keys/m-0").status());
        Reply refused = server.send("root", "DELETE", "/keys/m-1");
        assertEquals("key-in-use", refused.json().get("code").asText());
        assertEquals(409, refused.status());
        assertEquals(403, server.send("ops", "DELETE", "/keys/m-0").status());
    }

    @Test
    public void anErasureAnswersWithItsCertificate() {
        Reply made = server.json("ops", "POST", "/erasures", "{\"kind\":\"ORDER\",\"id\":\"done\",\"reason\":\"asked\"}");
        assertEquals(made.text(), 201, made.status());
        String id = made.json().get("id").asText();
        assertEquals("ops", server.send("ops", "GET", "/erasures/" + id).json().get("account").asText());
        assertEquals("0011", server.send("ops", "GET", "/erasures").json().at("/0/keys/done").asText());
        assertEquals(404, server.send("ops", "GET", "/erasures/none").status());
    }

    @Test
    public void whatCannotBeErasedIsToldWithItsReason() {
        Reply open = server.json("ops", "POST", "/erasures", "{\"kind\":\"ORDER\",\"id\":\"o2\",\"reason\":\"asked\"}");
        assertEquals("409 order-open", open.status() + " " + open.json().get("code").asText());
        Reply bad = server.json("ops", "POST", "/erasures", "{\"kind\":\"PERSON\",\"id\":\"o2\"}");
        assertEquals(422, bad.status());
        assertEquals(2, bad.json().get("findings").size());
        assertEquals(403, server.json("anna", "POST", "/erasures", "{}").status());
    }

    @Test
    public void erasedDataIsGoneForGood() {
        assertEquals(410, new ProblemMapper().toResponse(new DataErased("o1")).getStatus());
    }
}
