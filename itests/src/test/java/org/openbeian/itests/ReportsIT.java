package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** What is uploaded beside filings goes the whole way on the distribution, and filings go on behind it. */
public class ReportsIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SERIAL = 870_001;

    private ServerProcess server;
    private RestClient specialist;

    @Before
    public void findServer() throws Exception {
        server = TestServer.shared();
        specialist = server.as("specialist");
    }

    /** The interface has no answer to what was done about an unfiled site, unless it is wrong: sent is the end. */
    @Test
    @Requirement({"T-39", "Q-06"})
    public void aReportAndTheAnswerToACaseAreSentAndFilingsGoOnBehindThem() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, SERIAL);
        String unfiled = "open-" + data.domain();
        TestServer.shell(server, "beian:simulator-announce --domain " + unfiled + " 440000 UNFILED_SITE");
        ObjectNode alone = NODES.objectNode().put("kind", "UNFILED_SITE").put("authority", "440000");
        alone.putObject("content").put("Ym", "other-" + data.domain()).put("IP", "119.29.29.29").put("Yys", 1).put("Jrs", 1)
                .setAll(done());
        String report = reported(alone);
        filed(data);
        TestServer.await("the report", PATIENCE, () -> state(report).equals("SENT"));
        TestServer.await("the case", PATIENCE, () -> !caseAbout(unfiled).isEmpty());
        ObjectNode answer = NODES.objectNode().put("case", caseAbout(unfiled));
        answer.set("content", done());
        String answered = reported(answer);
        Reply again = specialist.send("POST", "/api/v1/reports", answer);
        assertEquals(again.text(), 409, again.status());
        TestServer.await("the answer to the case", PATIENCE, () -> state(answered).equals("SENT"));
        String listed = TestServer.shell(server, "beian:report-list", "beian:authority-files 440000");
        assertTrue(listed, listed.contains("UNFILED_SITE") && listed.contains("ACCEPTED"));
    }

    private static ObjectNode done() {
        return NODES.objectNode().put("Shengid", 440000).put("Cljg", 1).put("Clyj", "已停止接入").put("Rbsj", "2026-12-01")
                .put("Clsx", "2026-12-08");
    }

    private String reported(ObjectNode report) {
        return specialist.send("POST", "/api/v1/reports", report).expectSuccess().json().get("number").asText();
    }

    private String state(String report) {
        return specialist.send("GET", "/api/v1/reports/" + report).expectSuccess().json().get("state").asText();
    }

    private String caseAbout(String domain) {
        JsonNode cases = specialist.send("GET", "/api/v1/corrections").expectSuccess().json();
        return StreamSupport.stream(cases.spliterator(), false).filter(one -> one.at("/kind").asText().equals("UNFILED_SITE")
                && one.toString().contains(domain)).map(one -> one.at("/id").asText()).findFirst().orElse("");
    }

    private void filed(SampleFiling data) throws Exception {
        FilingSteps steps = new FilingSteps(server.as("applicant"), specialist, data);
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadWhatIsMissing();
        steps.submit().expectSuccess();
        steps.passPreReview();
        TestServer.await("the approval", PATIENCE, () -> steps.order().at("/progress/state").asText().equals("APPROVED"));
    }
}
