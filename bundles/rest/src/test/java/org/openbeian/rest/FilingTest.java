package org.openbeian.rest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

public class FilingTest {

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
    @Requirement("A-53")
    public void anOrderTravelsFromDraftToTheQueueOfItsAuthority() {
        Reply draft = server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}");
        assertEquals(draft.text(), 201, draft.status());
        assertEquals("\"v1\"", draft.header("ETag"));
        String path = draft.header("Location");
        assertEquals("/api/v1/orders/" + draft.json().get("id").asText(), path);
        path = path.substring(RestServer.ROOT.length());

        Reply filled = server.json("anna", "PATCH", path, "{\"organizer\":{\"nature\":\"ENTERPRISE\",\"name\":\"示例\"},"
                + "\"services\":[{\"kind\":\"WEBSITE\",\"domains\":[\"example.com\"]}]}", "If-Match", "\"v1\"");
        assertEquals(filled.text(), 200, filled.status());
        assertEquals("\"v2\"", filled.header("ETag"));
        assertEquals("示例", filled.json().at("/application/organizer/name").asText());
        assertEquals("WEBSITE", filled.json().at("/application/services/0/kind").asText());

        Reply picture = server.send("anna", "PUT", path + "/materials/unit-certificate?subject=/organizer",
                new byte[] {1, 2, 3}, "Content-Type", "image/jpeg", "If-Match", "\"v2\"");
        assertEquals(picture.text(), 201, picture.status());
        assertEquals("\"v3\"", picture.header("ETag"));
        assertEquals("/api/v1" + path + "/materials/m1", picture.header("Location"));
        Reply bytes = server.send("anna", "GET", path + "/materials/" + picture.json().get("id").asText());
        assertArrayEquals(new byte[] {1, 2, 3}, bytes.response().body());
        assertEquals("image/jpeg", bytes.header("Content-Type"));

        Reply submitted = server.json("anna", "POST", path + "/submission",
                "{\"consents\":[{\"text\":\"privacy\",\"version\":\"1\"}]}", "If-Match", "\"v3\"");
        assertEquals(submitted.text(), "PRE_REVIEW", submitted.json().at("/progress/state").asText());
        assertEquals(200, server.json("wang", "POST", path + "/claim", "{}", "If-Match", "\"v4\"").status());
        assertEquals(200, server.json("wang", "POST", path + "/calls", "{\"answered\":true,\"lastSixMatch\":true}",
                "If-Match", "\"v5\"").status());
        Reply passed = server.send("wang", "POST", path + "/pass", "If-Match", "*");
        assertEquals(passed.text(), "QUEUED_FOR_AUTHORITY", passed.json().at("/progress/state").asText());

        assertEquals("SUBMITTED", server.send("anna", "GET", path + "/history?after=3").json().at("/0/event").asText());
        assertEquals(200, server.send("anna", "GET", path + "/requirements").status());
        assertEquals(200, server.send("anna", "GET", path + "/footer").status());
    }

    @Test
    @Requirement("A-77")
    public void aFeatureOfAnAppIsSavedBeforeItIsComplete() {
        String path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\"}").json().get("id").asText();
        for (String feature : new String[] {"{\"platform\":\"IOS\"}", "{\"platform\":\"IOS\",\"packages\":[{\"name\":\"com.a\"}]}"}) {
            Reply saved = server.json("anna", "PATCH", path, "{\"services\":[{\"kind\":\"APP\",\"name\":\"一\",\"features\":["
                    + feature + "]},{\"kind\":\"APP\"}]}", "If-Match", "*");
            assertEquals(saved.text(), 200, saved.status());
        }
        Reply read = server.send("anna", "GET", path);
        assertEquals("IOS com.a", read.json().at("/application/services/0/features/0/platform").asText() + " "
                + read.json().at("/application/services/0/features/0/packages/0/name").asText());
        assertEquals("APP", read.json().at("/application/services/1/kind").asText());
    }

    @Test
    public void aFieldIsRemovedByNullAndTheRestStays() {
        String path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\",\"application\":"
                + "{\"organizer\":{\"name\":\"a\",\"remark\":\"b\"}}}").json().get("id").asText();
        Reply changed = server.json("anna", "PATCH", path, "{\"organizer\":{\"remark\":null}}", "If-Match", "*");
        assertEquals("a", changed.json().at("/application/organizer/name").asText());
        assertNull(changed.json().at("/application/organizer").get("remark"));
    }
}
