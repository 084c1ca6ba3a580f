package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** The life of a filing after the first order, on the distribution and through the simulated authority. */
public class FilingTypesIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RestClient applicant;
    private static RestClient specialist;
    private static RestClient operator;

    private String organizer;

    @BeforeClass
    public static void connect() throws Exception {
        ServerProcess server = TestServer.shared();
        applicant = server.as("applicant");
        specialist = server.as("specialist");
        operator = server.as("operator");
    }

    @Test
    @Requirement({"E-08", "E-09"})
    public void aFilingLivesThroughItsTypes() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_001);
        JsonNode first = file(first(data));
        organizer = first.at("/grant/organizerNumber").asText();
        SampleFiling more = new SampleFiling(Place.GUANGDONG, 810_002);
        JsonNode second = file(further(more));
        assertEquals(organizer + "-2", second.at("/grant/serviceNumbers/0").asText());
        assertTrue(register().toString(), register().toString().contains(more.domain()));
    }

    private FilingSteps first(SampleFiling data) {
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        steps.importResource(operator, "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        return steps;
    }

    /** A further service, whose server is another one. */
    private FilingSteps further(SampleFiling data) {
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        steps.importResource(operator, "applicant", LocalDate.now());
        ObjectNode body = about("NEW_SERVICE");
        body.withObject("/application").putArray("services").add(data.website(data.principal()));
        steps.startDraft(body);
        return steps;
    }

    private ObjectNode about(String type, String... services) {
        ObjectNode body = NODES.objectNode().put("type", type);
        ObjectNode basis = body.putObject("application").putObject("basis").put("organizerNumber", organizer);
        for (String service : services) {
            basis.withArray("serviceNumbers").add(service);
        }
        return body;
    }

    private static JsonNode file(FilingSteps steps) throws Exception {
        steps.uploadWhatIsMissing();
        steps.submit().expectSuccess();
        steps.passPreReview();
        TestServer.await("the approval of " + steps.path(), PATIENCE,
                () -> steps.order().at("/progress/state").asText().equals("APPROVED"));
        return steps.order();
    }

    private JsonNode register() {
        return operator.send("GET", "/api/v1/register/organizers/" + URLEncoder.encode(organizer, StandardCharsets.UTF_8))
                .expectSuccess().json();
    }
}
