package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;

/** Orders of Gansu, complete but for the submission. */
final class GansuOrders {

    private static final AtomicInteger SERIALS = new AtomicInteger(500_000);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RestClient applicant;
    private final RestClient operator;
    private final ObjectNode consents = NODES.objectNode();

    GansuOrders(ServerProcess server) {
        applicant = server.as("applicant");
        operator = server.as("operator");
        for (JsonNode text : applicant.send("GET", "/api/v1/consents").expectSuccess().json()) {
            consents.withArray("consents").addObject().put("text", text.get("id").asText())
                    .put("version", text.get("version").asText());
        }
    }

    /**
     * A draft with all that is asked.
     *
     * @param idCard where the principal's identity card is from: Gansu takes its own only
     * @return path of the order
     */
    String draft(Place idCard) {
        SampleFiling data = new SampleFiling(Place.GANSU, SERIALS.incrementAndGet());
        FilingSteps steps = new FilingSteps(applicant, applicant, data);
        steps.importResource(operator, "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn(data.principal(idCard));
        steps.uploadMaterials();
        return steps.path();
    }

    /** Enters a remark. */
    void remark(String order, String remark) {
        ObjectNode change = NODES.objectNode();
        change.putObject("organizer").put("remark", remark);
        applicant.send("PATCH", order, change, "If-Match", "*").expectSuccess();
    }

    /** Hands it in, again if need be; returns the answer whatever it is. */
    Reply submit(String order) {
        return applicant.send("POST", order + "/submission", consents, "If-Match", "*", "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** State of an order. */
    String state(String order) {
        return applicant.send("GET", order).expectSuccess().json().at("/progress/state").asText();
    }
}
