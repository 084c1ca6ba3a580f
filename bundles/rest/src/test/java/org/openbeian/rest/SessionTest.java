package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.account.ApiKeys.Signed;
import org.openbeian.rest.TestServer.Reply;

public class SessionTest {

    private static final String NONCE = "0123456789abcdef";

    private static TestServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    private static Reply logIn() {
        return server.json(null, "POST", "/session", "{\"account\":\"anna\",\"password\":\"secret\"}");
    }

    private static String code(Reply reply) {
        return reply.status() + " " + reply.json().get("code").asText();
    }

    @Test
    public void aBrowserLogsInWithACookieThatScriptsAndOtherSitesCannotUse() {
        Reply opened = logIn();
        assertEquals(opened.text(), 201, opened.status());
        String cookie = opened.header("Set-Cookie");
        assertTrue(cookie, cookie.matches("openbeian-session=[^;]+; Path=/; HttpOnly; SameSite=Strict"));
        String sent = cookie.substring(0, cookie.indexOf(';'));
        assertEquals("anna", server.send(null, "GET", "/me", "Cookie", sent).json().get("account").asText());
        String csrf = server.send(null, "GET", "/session", "Cookie", sent).json().get("csrfToken").asText();
        assertEquals(opened.json().get("csrfToken").asText(), csrf);
        assertFalse("the token is for the cookie alone", opened.text().contains("token-anna\""));
        assertEquals("403 csrf-token-missing", code(server.json(null, "POST", "/orders", "{\"type\":\"FIRST\"}", "Cookie", sent)));
        assertEquals("403 csrf-token-missing", code(server.json(null, "POST", "/orders", "{\"type\":\"FIRST\"}", "Cookie", sent,
                Callers.CSRF, "guessed")));
        assertEquals(201, server.json(null, "POST", "/orders", "{\"type\":\"FIRST\"}", "Cookie", sent, Callers.CSRF, csrf).status());
        Reply out = server.send(null, "DELETE", "/session", "Cookie", sent, Callers.CSRF, csrf);
        assertEquals(204, out.status());
        assertTrue(out.header("Set-Cookie"), out.header("Set-Cookie").contains("Max-Age=0"));
        assertEquals("401 session-ended", code(server.send(null, "GET", "/me", "Cookie", sent)));
    }

    @Test
    public void aWrongPasswordOpensNoSession() {
        Reply refused = server.json(null, "POST", "/session", "{\"account\":\"anna\",\"password\":\"wrong\"}");
        assertEquals("401 credentials-refused", code(refused));
        assertEquals(null, refused.header("Set-Cookie"));
        assertEquals("404 no-session", code(server.send("anna", "GET", "/session")));
    }

    @Test
    public void pagesOfOtherSitesChangeNothingEvenWithABrowsersOwnCredentials() {
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertEquals("403 cross-site", code(server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}", "Sec-Fetch-Site",
                    site)));
            assertEquals("403 cross-site", code(server.json(null, "POST", "/session",
                    "{\"account\":\"anna\",\"password\":\"secret\"}", "Sec-Fetch-Site", site)));
        }
        assertEquals(201,
                server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}", "Sec-Fetch-Site", "same-origin").status());
        assertEquals(200, server.send("anna", "GET", "/me", "Sec-Fetch-Site", "cross-site").status());
    }

    @Test
    public void aMachineSignsItsRequestsAndEachCountsOnce() throws Exception {
        JsonNode made = server.json("cloud", "POST", "/me/keys", "{\"label\":\"import\"}").json();
        String id = made.at("/key/id").asText();
        assertTrue(server.send("cloud", "GET", "/me/keys").text().contains(id));
        assertFalse("others see it not", server.send("anna", "GET", "/me/keys").text().contains(id));
        assertEquals(404, server.send("anna", "DELETE", "/me/keys/" + id).status());
        String body = "{\"account\":\"anna\",\"region\":\"r\",\"mainland\":true,\"prepaid\":true,\"monthsBought\":1}";
        String header = signature(made, "PUT", "/api/v1/resources/cvm/ins-9", NONCE, body);
        assertEquals("another body", 401, server.json(null, "PUT", "/resources/cvm/ins-9", body.replace("anna", "bob"),
                "Authorization", header).status());
        Reply stored = server.json(null, "PUT", "/resources/cvm/ins-9", body, "Authorization", header);
        assertEquals(stored.text(), 200, stored.status());
        assertEquals("401 credentials-refused",
                code(server.json(null, "PUT", "/resources/cvm/ins-9", body, "Authorization", header)));
        String query = signature(made, "GET", "/api/v1/me?x=1", NONCE + "2", "");
        assertEquals("the query counts", 401, server.send(null, "GET", "/me", "Authorization", query).status());
        assertEquals(200, server.send(null, "GET", "/me?x=1", "Authorization", query).status());
        assertEquals(204, server.send("cloud", "DELETE", "/me/keys/" + id).status());
        assertEquals(401, server.send(null, "GET", "/me", "Authorization",
                signature(made, "GET", "/api/v1/me", NONCE + "3", "")).status());
        assertEquals("401 credentials-unreadable", code(server.send(null, "GET", "/me", "Authorization",
                "OpenBeian-HMAC-SHA256 key=" + id)));
    }

    private static String signature(JsonNode made, String method, String target, String nonce, String body) throws Exception {
        String digest = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        Signed signed = new Signed(made.at("/key/id").asText(), "1", nonce, method, target, digest, "");
        return "OpenBeian-HMAC-SHA256 key=" + signed.keyId() + ", timestamp=1, nonce=" + nonce + ", signature="
                + FakeCredentials.sign(made.get("secret").asText(), signed.text());
    }

    @Test
    public void anIdentityOfTheProviderIsLinkedAndLogsIn() {
        String[] token = {"Authorization", "Bearer good-7"};
        assertEquals("401 credentials-refused", code(server.send(null, "GET", "/me", token)));
        Reply linked = server.json("bob", "POST", "/me/identities", "{\"token\":\"good-7\"}");
        assertEquals(linked.text(), 201, linked.status());
        assertEquals("bob", server.send(null, "GET", "/me", token).json().get("account").asText());
        assertEquals("the machine's page needs no token of its own", 201,
                server.json(null, "POST", "/orders", "{\"type\":\"FIRST\"}", token).status());
        assertEquals(1, server.send("bob", "GET", "/me/identities").json().size());
        assertEquals(0, server.send("anna", "GET", "/me/identities").json().size());
        assertEquals(404, server.send("anna", "DELETE", "/me/identities?issuer=provider&subject=good-7").status());
        assertEquals(204, server.send("bob", "DELETE", "/me/identities?issuer=provider&subject=good-7").status());
        assertEquals(401, server.send(null, "GET", "/me", token).status());
        assertEquals(201, server.json("root", "POST", "/accounts/bob/identities",
                "{\"issuer\":\"provider\",\"subject\":\"good-8\"}").status());
        assertEquals("bob", server.send(null, "GET", "/me", "Authorization", "Bearer good-8").json().get("account").asText());
    }

    @Test
    public void aBrowserComesBackFromTheProviderWithASession() {
        Reply away = server.send(null, "GET", "/session/oidc");
        assertEquals(away.text(), 303, away.status());
        assertEquals("https://login.example.com/auth?state=s", away.header("Location"));
        assertEquals("openbeian-login=browsers-secret; Path=/api/v1/session/oidc; HttpOnly; SameSite=Lax; Max-Age=600",
                away.header("Set-Cookie"));
        String[] cookie = {"Cookie", "openbeian-login=browsers-secret"};
        Reply unlinked = server.send(null, "GET", "/session/oidc/callback?state=s&code=good-9&session_state=x", cookie);
        assertEquals("401 log-in-refused", code(unlinked));
        assertTrue("is asked once", unlinked.header("Set-Cookie").startsWith("openbeian-login=; "));
        server.json("bob", "POST", "/me/identities", "{\"token\":\"good-9\"}");
        assertEquals("without the cookie", "401 log-in-refused",
                code(server.send(null, "GET", "/session/oidc/callback?state=s&code=good-9")));
        assertEquals("401 log-in-refused", code(server.send(null, "GET", "/session/oidc/callback?error=access_denied&state=s", cookie)));
        Reply back = server.send(null, "GET", "/session/oidc/callback?state=s&code=good-9", cookie);
        assertEquals(back.text(), 303, back.status());
        assertEquals("a fixed place, whatever is asked for", "/", URI.create(back.header("Location")).getPath());
        List<String> set = back.response().headers().allValues("Set-Cookie");
        assertTrue(set.toString(), set.get(0).startsWith("openbeian-login=; ") && set.get(1).contains("SameSite=Strict"));
        assertEquals("bob", server.send(null, "GET", "/me", "Cookie", set.get(1).split(";")[0]).json().get("account").asText());
        server.send("bob", "DELETE", "/me/identities?issuer=provider&subject=good-9");
    }

    @Test
    public void aClosedRegistrationNamesThePhone() {
        Reply closed = server.json(null, "POST", "/registration", "{\"name\":\"zoe\",\"password\":\"correct horse 9\"}");
        assertEquals("403 registration-closed", code(closed));
        assertTrue(closed.text(), closed.text().contains("400-080-1100"));
    }
}
