package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.key.BlindIndex.Kind;
import org.openbeian.api.model.Principal;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.rest.TestServer.Reply;

/** Who sees personal data in clear over HTTP. */
public class MaskingTest {

    private static final String PERSON = "{\"name\":\"王小明\",\"certificateNumber\":\"440305190012311237\","
        + "\"mobile\":\"13800000000\",\"email\":\"wang@example.com\",\"certificateAddress\":\"示例路1号\"}";
    private static final List<String> SECRETS = List.of("王小明", "440305190012311237", "13800000000", "wang@", "示例路");

    private static TestServer server;
    private static String path;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
        Reply draft = server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\",\"application\":{\"organizer\":{\"nature\":"
            + "\"INDIVIDUAL\",\"name\":\"王小明\",\"certificateNumber\":\"440305190012311237\",\"principal\":" + PERSON + "}}}");
        path = "/orders/" + draft.json().get("id").asText();
        assertEquals("王小明", draft.json().at("/application/organizer/name").asText());
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void theOwnerSeesItsOwnInClear() {
        JsonNode own = server.send("anna", "GET", path).json();
        assertEquals("13800000000", own.at("/application/organizer/principal/mobile").asText());
    }

    @Test
    public void staffSeesItMaskedInEveryView() {
        for (String staff : List.of("wang", "ops", "audrey", "root")) {
            for (String view : List.of("", "/explanation", "/history", "/requirements", "/footer")) {
                Reply reply = server.send(staff, "GET", path + view);
                assertEquals(staff + view, 200, reply.status());
                SECRETS.forEach(secret -> assertFalse(staff + view + " shows " + secret, reply.text().contains(secret)));
            }
        }
        assertEquals("王** 138******00", server.send("wang", "GET", path).json().at("/application/organizer/name").asText() + " "
            + server.send("wang", "GET", path).json().at("/application/organizer/principal/mobile").asText());
    }

    @Test
    public void aPublicSecurityFilingIsMaskedAndHasItsVersionInEveryAnswer() {
        Principal person = new Principal("王小明", null, "440305190012311237", null, null, null, null, "13800000000", null, null, null);
        PublicSecurityCase found = new PublicSecurityCase("o1-1", 7, "o1", "anna", "n", PublicSecurityCase.State.DUE,
                new PublicSecurityForm(null, new PublicSecurityForm.Person(null, person, "示例路1号"), null, null, null, null), null, null,
                null, List.of(), List.of(),
                new PublicSecurityCase.Passing(PublicSecurityCase.PassingStage.ISSUED, null, "DATA-77", null, null));
        server.services.put(PublicSecurityFilings.class, (PublicSecurityFilings) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {PublicSecurityFilings.class}, (proxy, method, arguments) -> method.getName().equals("list")
                    ? List.of(found) : found));
        String filing = "/public-security/cases/o1-1";
        for (Reply reply : List.of(server.send("anna", "GET", filing), server.send("wang", "GET", filing),
                server.json("anna", "PUT", filing + "/form", "{}"),
                server.json("anna", "POST", filing + "/steps", "{\"event\":\"ORGANIZER_SUBMITTED\"}"),
                server.json("anna", "POST", filing + "/submissions", "{\"part\":\"ORGANIZER\"}"))) {
            assertEquals(reply.text(), "\"v7\"", reply.header("ETag"));
        }
        for (String view : List.of(filing, "/public-security/cases")) {
            assertTrue(server.send("anna", "GET", view).text().contains("王小明"));
            assertTrue(server.send("anna", "GET", view).text().contains("DATA-77"));
            assertFalse("who has it gets at the data", server.send("wang", "GET", view).text().contains("DATA-77"));
            SECRETS.forEach(secret -> assertFalse(view, server.send("wang", "GET", view).text().contains(secret)));
        }
    }

    @Test
    public void aRevealNeedsFieldsAndAReason() {
        String body = "{\"fields\":[\"/application/organizer/name\"],\"reason\":\"the applicant called\"}";
        Reply reply = server.json("wang", "POST", path + "/reveal", body);
        assertEquals(reply.text(), 200, reply.status());
        assertEquals("wang " + path.substring(8) + " the applicant called",
            reply.json().get("values").get("/application/organizer/name").asText());
        assertEquals(422, server.json("wang", "POST", path + "/reveal", "{\"fields\":[\"/application\"]}").status());
        assertEquals(403, server.json("ops", "POST", path + "/reveal", body).status());
        assertEquals(403, server.json("anna", "POST", path + "/reveal", body).status());
        assertTrue("values are not printed", new Requests.Revealed(Map.of("/a", "secret")).toString().equals("Revealed[[/a]]"));
    }

    @Test
    public void aSearchTakesTheNumberInItsBody() {
        String body = "{\"by\":\"PHONE\",\"number\":\"13800000000\",\"reason\":\"the applicant called\"}";
        Reply reply = server.json("wang", "POST", "/orders/search", body);
        assertEquals(reply.text(), "wang PHONE 13800000000 the applicant called", reply.json().at("/0/id").asText());
        assertEquals(422, server.json("wang", "POST", "/orders/search", "{\"by\":\"PHONE\"}").status());
        assertEquals(403, server.json("ops", "POST", "/orders/search", body).status());
        assertEquals(403, server.json("anna", "POST", "/orders/search", body).status());
        assertEquals("Wanted[PHONE]", new PersonSearchResource.Wanted(Kind.PHONE, "13800000000", "r").toString());
    }
}
