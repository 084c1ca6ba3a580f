package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.rules.Facts;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

/** Rule files before they count, and plugins, over REST. */
public class RuleTrialsTest {

    private static TestServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Before
    public void forget() {
        server.stores.trials.calls.clear();
    }

    @Test
    public void aFileIsChecked() {
        assertEquals("expected a set of keys", yaml("/rules/check", "bad").json().at("/problems/0/message").asText());
        assertEquals(0, yaml("/rules/check", "good").json().get("problems").size());
        assertEquals("body-missing", yaml("/rules/check", "").json().get("code").asText());
        assertEquals("body-not-utf-8", server
            .send("ops", "POST", "/rules/check", new byte[] {(byte) 0xff}, "Content-Type", "application/yaml")
                .json().get("code").asText());
    }

    @Test
    public void aDifferenceIsTold() {
        assertEquals("16", yaml("/rules/diff", "1.1.0").json().at("/changes/0/parts/0/after").asText());
        assertEquals("installed", yaml("/rules/diff?bundle=other&version=1.0.0", "").json().get("candidate").asText());
        assertEquals(404, yaml("/rules/diff?bundle=none&version=1.0.0", "").status());
        assertEquals(400, yaml("/rules/diff?bundle=other", "").status());
        assertEquals(422, yaml("/rules/diff", "bad").status());
    }

    @Test
    public void aReplayIsStartedFollowedAndEnded() {
        Reply started = yaml("/rules/replays", "file");
        assertEquals(202, started.status());
        assertEquals("/api/v1/rules/replays/replay-1", started.header("Location"));
        assertEquals("done", server.send("ops", "GET", "/rules/replays/replay-1").json().get("state").asText());
        assertEquals(404, server.send("ops", "GET", "/rules/replays/replay-2").status());
        assertEquals(1, server.send("ops", "GET", "/rules/replays").json().size());
        assertEquals(204, server.send("ops", "DELETE", "/rules/replays/replay-1").status());
        assertEquals(List.of("replay file", "cancel replay-1"), server.stores.trials.calls);
    }

    @Test
    public void schemaAndFactsArePublished() {
        Reply schema = server.send("anna", "GET", "/rules/schema");
        assertEquals(schema.text(), 200, schema.status());
        assertTrue(schema.json().get("$defs").has("condition"));
        assertEquals(Facts.ALL.size(), server.send("anna", "GET", "/rules/facts").json().size());
    }

    @Test
    public void pluginsAreListedAndReleased() {
        assertEquals("QUARANTINED", server.send("ops", "GET", "/plugins").json().at("/0/state").asText());
        assertEquals(204, server.send("ops", "POST", "/plugins/b/1.0.0/release").status());
        assertEquals(List.of("release b 1.0.0 by ops"), server.stores.trials.calls);
    }

    private static Reply yaml(String path, String body) {
        return server.send("ops", "POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/yaml");
    }

    @Test
    @Requirement("E-50")
    public void whatHasToBeFiledIsAnswered() {
        Reply reply = ask("{\"host\":\"www.example.com\",\"scenario\":\"WAF\"}");
        assertEquals(reply.text(), 200, reply.status());
        assertEquals("REQUIRED", reply.json().get("access").asText());
        assertEquals(422, ask("{\"scenario\":\"nothing\"}").status());
    }

    private static Reply ask(String question) {
        return server.send("anna", "POST", "/eligibility", question.getBytes(StandardCharsets.UTF_8), "Content-Type",
            "application/json");
    }
}
