package org.openbeian.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeian.demo.RestClient.Reply;

/**
 * The steps of one FIRST filing through the public REST interface, each one call or a few. Every POST carries an
 * Idempotency-Key, so a step may be repeated after a lost answer.
 */
public final class FilingSteps {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, byte[]> PICTURES = new ConcurrentHashMap<>();

    private final RestClient applicant;
    private final RestClient specialist;
    private final SampleFiling data;
    private final String run = UUID.randomUUID().toString();
    private String path;
    private String etag;

    /**
     * Steps for one filing.
     *
     * @param applicant caller with the applicant's account
     * @param specialist caller with the specialist's account
     * @param data what to file
     */
    public FilingSteps(RestClient applicant, RestClient specialist, SampleFiling data) {
        this.applicant = applicant;
        this.specialist = specialist;
        this.data = data;
    }

    /** Path of the order once the draft is there, such as {@code /api/v1/orders/…}. */
    public String path() {
        return path;
    }

    /** Puts the cloud server of this filing into the operator's inventory. */
    public void importResource(RestClient operator, String account, LocalDate today) {
        operator.send("PUT", "/api/v1/resources/cvm/" + data.resourceId(), data.resource(account, today))
                .expectSuccess();
    }

    /** Starts the draft. */
    public void startDraft() {
        Reply reply = applicant.send("POST", "/api/v1/orders", NODES.objectNode().put("type", "FIRST"), key("draft"))
                .expectSuccess();
        path = "/api/v1/orders/" + reply.json().get("id").asText();
        etag = reply.etag();
    }

    /** Starts a draft of another type, about what is filed already. */
    public void startDraft(JsonNode body) {
        Reply reply = applicant.send("POST", "/api/v1/orders", body, key("draft")).expectSuccess();
        path = "/api/v1/orders/" + reply.json().get("id").asText();
        etag = reply.etag();
    }

    /** Uploads every material that the order still needs. */
    public void uploadWhatIsMissing() {
        for (JsonNode need : applicant.send("GET", path + "/requirements").expectSuccess().json().get("missing")) {
            if (need.get("kind").asText().equals("material")) {
                upload(need.get("id").asText(), need.get("pointer").asText());
            }
        }
    }

    /** Fills in organizer, principal and website, one step after the other. */
    public void fillIn() {
        fillIn(data.principal());
    }

    /** Fills in with another principal, who is the legal representative. */
    public void fillIn(ObjectNode principal) {
        ObjectNode organizer = data.organizer();
        organizer.withObject("/legalRepresentative").set("certificateNumber", principal.get("certificateNumber"));
        patch(NODES.objectNode().set("organizer", organizer));
        ObjectNode withPrincipal = NODES.objectNode();
        withPrincipal.putObject("organizer").set("principal", principal);
        patch(withPrincipal);
        ObjectNode withService = NODES.objectNode();
        withService.putArray("services").add(data.website(principal));
        patch(withService);
    }

    /** Changes the application. */
    public void patch(JsonNode mergePatch) {
        etag = applicant.send("PATCH", path, mergePatch, "If-Match", etag).expectSuccess().etag();
    }

    /** Uploads licence, both sides of the identity card and, in Guangdong, the pledge letter. */
    public void uploadMaterials() {
        upload("unit-certificate", "/organizer");
        upload("id-card-portrait", "/organizer/principal");
        upload("id-card-emblem", "/organizer/principal");
        if (data.place().equals(SampleFiling.Place.GUANGDONG)) {
            upload("guangdong-pledge", "/organizer");
        }
    }

    private void upload(String type, String subject) {
        etag = applicant.send("PUT", path + "/materials/" + type + "?subject=" + subject, "image/jpeg",
                PICTURES.computeIfAbsent(type, SamplePictures::card), "If-Match", etag).expectSuccess().etag();
    }

    /** Hands the order in with the three consents; returns the answer whatever it is. */
    public Reply submit() {
        ObjectNode body = NODES.objectNode();
        for (JsonNode text : applicant.send("GET", "/api/v1/consents").expectSuccess().json()) {
            body.withArray("consents").addObject().put("text", text.get("id").asText())
                    .put("version", text.get("version").asText());
        }
        Reply reply = applicant.send("POST", path + "/submission", body, headers("submit"));
        if (reply.status() < 300) {
            etag = reply.etag();
        }
        return reply;
    }

    /** The specialist takes the order, phones and passes it. */
    public void passPreReview() {
        act("claim", NODES.objectNode());
        act("calls", NODES.objectNode().put("answered", true).put("knowsOfFiling", true).put("lastSixMatch", true)
                .put("dataConfirmed", true));
        act("pass", NODES.objectNode());
    }

    private void act(String what, JsonNode body) {
        etag = specialist.send("POST", path + "/" + what, body, headers(what)).expectSuccess().etag();
    }

    /** The order as it stands. */
    public JsonNode order() {
        Reply reply = applicant.send("GET", path).expectSuccess();
        etag = reply.etag();
        return reply.json();
    }

    private String[] headers(String step) {
        return new String[] {"If-Match", etag, "Idempotency-Key", run + "-" + step};
    }

    private String[] key(String step) {
        return new String[] {"Idempotency-Key", run + "-" + step};
    }
}
