package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.testkit.Requirement;

/** Bad input of every kind gets an answer that says what and where, and leaves nothing half-written. */
public class BadInputIT {

    private static RestClient applicant;

    @BeforeClass
    public static void findServer() throws Exception {
        applicant = TestServer.shared().as("applicant");
    }

    @Test
    public void malformedJsonIsAnsweredWithThePlace() {
        Reply reply = post("{\"type\": \"FIRST\", ");
        JsonNode problem = assertProblem(400, reply);
        assertTrue(problem.toString(), problem.toString().contains("line"));
    }

    @Test
    public void aWrongTypeAndAnUnknownValueAreNamedWithTheirPointers() {
        assertNames(post("{\"type\":\"NO_SUCH_TYPE\"}"), "/type");
        assertNames(post("{\"type\":\"FIRST\",\"application\":{\"organizer\":{\"nature\":\"ALIEN\"}}}"),
                "/application/organizer/nature");
        assertNames(post("{\"type\":\"FIRST\",\"application\":{\"services\":\"none\"}}"), "/application/services");
        assertNames(post("{\"type\":\"FIRST\",\"colour\":\"red\"}"), "/colour");
    }

    @Test
    public void aStringOfTenMegabytesIsRefusedBeforeItIsRead() {
        assertProblem(413, post("{\"type\":\"" + "x".repeat(10_000_000) + "\"}"));
    }

    @Test
    public void aWrongContentTypeAMissingBodyAndAWrongMethodAreRefused() {
        assertProblem(415, applicant.send("POST", "/api/v1/orders", "text/plain", "FIRST".getBytes()));
        assertProblem(400, applicant.send("POST", "/api/v1/orders", "application/json", new byte[0]));
        assertProblem(405, applicant.send("DELETE", "/api/v1/orders"));
        assertProblem(404, applicant.send("GET", "/api/v1/no-such-thing"));
        assertProblem(404, applicant.send("GET", "/api/v1/orders/01234567890123456789012345"));
    }

    @Test
    public void aStrangerIsAskedForHisName() throws Exception {
        RestClient stranger = new RestClient(java.net.http.HttpClient.newHttpClient(), TestServer.shared().base(),
                "applicant", "wrong");
        assertProblem(401, stranger.send("GET", "/api/v1/orders"));
    }

    @Test
    @Requirement({"T-09"})
    public void picturesThatAreNoneAreDamagedOrExplodeAreRefusedAndNothingIsStored() {
        Reply draft = post("{\"type\":\"FIRST\"}");
        String path = "/api/v1/orders/" + draft.json().get("id").asText();
        String put = path + "/materials/id-card-portrait?subject=/organizer/principal";
        assertProblem(415, applicant.send("PUT", put, "image/jpeg", "no picture".getBytes(), "If-Match", draft.etag()));
        assertClientError(applicant.send("PUT", put, "image/png", bomb(), "If-Match", draft.etag()));
        assertProblem(415, applicant.send("PUT", put, "application/pdf", new byte[70_000], "If-Match", draft.etag()));
        assertProblem(413, applicant.send("PUT", put, "image/jpeg", new byte[20_000_000], "If-Match", draft.etag()));
        JsonNode order = applicant.send("GET", path).json();
        assertEquals("nothing may be stored", 0, order.get("materials").size());
        assertEquals(draft.json().get("version"), order.get("version"));
    }

    @Test
    public void aChangeWithoutOrWithAnOldVersionIsRefused() {
        Reply draft = post("{\"type\":\"FIRST\"}");
        String path = "/api/v1/orders/" + draft.json().get("id").asText();
        var patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("organizer").put("name", "示例");
        assertProblem(428, applicant.send("PATCH", path, patch));
        applicant.send("PATCH", path, patch, "If-Match", draft.etag()).expectSuccess();
        assertProblem(412, applicant.send("PATCH", path, patch, "If-Match", draft.etag()));
    }

    @Test
    public void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
        String key = "key-" + System.nanoTime();
        Reply first = applicant.send("POST", "/api/v1/orders", "application/json", "{\"type\":\"FIRST\"}".getBytes(),
                "Idempotency-Key", key).expectSuccess();
        Reply again = applicant.send("POST", "/api/v1/orders", "application/json", "{\"type\":\"FIRST\"}".getBytes(),
                "Idempotency-Key", key);
        assertEquals(first.status(), again.status());
        assertEquals(first.json(), again.json());
        assertEquals(first.location(), again.location());
        assertProblem(422, applicant.send("POST", "/api/v1/orders", "application/json",
                "{\"type\":\"FIRST\",\"application\":{}}".getBytes(), "Idempotency-Key", key));
    }

    private static Reply post(String json) {
        return applicant.send("POST", "/api/v1/orders", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode assertProblem(int status, Reply reply) {
        assertEquals(reply.text(), status, reply.status());
        return assertClientError(reply);
    }

    private static JsonNode assertClientError(Reply reply) {
        assertTrue(reply.status() + " " + reply.text(), reply.status() >= 400 && reply.status() < 500);
        JsonNode problem = reply.json();
        assertEquals(reply.status(), problem.get("status").asInt());
        assertTrue(reply.text(), problem.hasNonNull("title") && problem.hasNonNull("detail"));
        return problem;
    }

    private static void assertNames(Reply reply, String pointer) {
        JsonNode problem = assertClientError(reply);
        assertTrue(problem.toString(), problem.toString().contains("\"" + pointer + "\""));
    }

    /** A PNG that claims 30,000 × 30,000 pixels in a few bytes. */
    private static byte[] bomb() {
        java.nio.ByteBuffer png = java.nio.ByteBuffer.allocate(33);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}).putInt(13).put("IHDR".getBytes());
        png.putInt(30_000).putInt(30_000).put(new byte[] {8, 2, 0, 0, 0});
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt((int) crc.getValue());
        return png.array();
    }
}
