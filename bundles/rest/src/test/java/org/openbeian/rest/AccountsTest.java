package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;

public class AccountsTest {

    private static final String ZOE = "{\"name\":\"zoe\",\"roles\":[\"APPLICANT\"],\"phone\":\"13812345678\","
            + "\"email\":\"zoe@example.com\",\"password\":\"correct horse 9\"}";

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
    public void anOperatorMakesAndChangesAccountsWhoseContactsAreMasked() {
        Reply made = server.json("ops", "POST", "/accounts", ZOE);
        assertEquals(made.text(), 201, made.status());
        assertEquals("/api/v1/accounts/zoe", made.header("Location"));
        assertEquals("correct horse 9", server.admin.passwords.get("zoe"));
        Reply shown = server.send("ops", "GET", "/accounts/zoe");
        assertEquals("138******78", shown.json().get("phone").asText());
        assertEquals("z***@example.com", shown.json().get("email").asText());
        assertFalse(shown.text(), shown.text().contains("13812345678") || shown.text().contains("horse"));
        assertEquals(428, server.json("ops", "PUT", "/accounts/zoe", "{\"roles\":[],\"active\":false}").status());
        Reply changed = server.json("ops", "PUT", "/accounts/zoe", "{\"roles\":[\"SPECIALIST\"],\"active\":false}", "If-Match",
                shown.header("ETag"));
        assertEquals(changed.text(), "\"v2\"", changed.header("ETag"));
        assertFalse(changed.json().get("active").asBoolean());
        assertTrue(server.send("ops", "GET", "/accounts?limit=200").text().contains("\"zoe\""));
        assertEquals(204, server.json("ops", "PUT", "/accounts/zoe/password", "{\"password\":\"another horse\"}").status());
        assertEquals("another horse", server.admin.passwords.get("zoe"));
        assertEquals(200, server.send("ops", "DELETE", "/accounts/zoe/lock").status());
        assertEquals(404, server.send("ops", "GET", "/accounts/nobody-here").status());
    }

    @Test
    public void realNameDataAreClearToTheirOwnerAndMaskedToOthers() {
        String data = "{\"certificateType\":\"RESIDENT_ID\",\"certificateNumber\":\"440305190001011234\",\"name\":\"张小明\"}";
        assertEquals(404, server.send("sun", "GET", "/me/real-name").status());
        Reply kept = server.json("anna", "PUT", "/me/real-name", data);
        assertEquals(kept.text(), "张小明", kept.json().at("/realName/name").asText());
        assertEquals("order-1", kept.json().at("/drafts/0/orderId").asText());
        assertEquals("440305190001011234", server.send("anna", "GET", "/me/real-name").json().get("certificateNumber").asText());
        Reply corrected = server.json("ops", "PUT", "/accounts/anna/real-name", data);
        assertEquals("张**", corrected.json().at("/realName/name").asText());
        assertFalse(corrected.text(), corrected.text().contains("440305190001011234"));
        assertEquals(422, server.json("anna", "PUT", "/me/real-name", data.replace("RESIDENT_ID", "LIBRARY_CARD")).status());
        assertEquals(403, server.json("bob", "PUT", "/accounts/anna/real-name", data).status());
    }

    @Test
    public void everybodyChangesTheOwnPassword() {
        assertEquals(204,
                server.json("cloud", "PUT", "/me/password", "{\"present\":\"secret\",\"wanted\":\"another horse\"}").status());
        assertEquals("another horse", server.admin.passwords.get("cloud"));
        assertEquals(422, server.json("cloud", "PUT", "/me/password", "{\"wanted\":\"another horse\"}").status());
    }
}
