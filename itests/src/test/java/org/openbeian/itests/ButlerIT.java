package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** The filing butler on the running distribution, from the order for the service to the invoice. */
public class ButlerIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "correct horse 9";
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final int SERIAL = 610_000;

    private static ServerProcess server;
    private static RestClient admin;
    private static RestClient operator;
    private static RestClient hana;
    private static RestClient bai;

    private FilingSteps steps;
    private String order;
    private String serviceCase;

    @BeforeClass
    public static void findServer() throws Exception {
        server = TestServer.shared();
        admin = server.as("admin");
        operator = server.as("operator");
        hana = account("hana", "APPLICANT");
        bai = account("bai", "BUTLER");
    }

    private static RestClient account(String name, String role) {
        ObjectNode body = NODES.objectNode().put("name", name + "-" + RUN).put("password", PASSWORD);
        body.putArray("roles").add(role);
        admin.send("POST", "/api/v1/accounts", body).expectSuccess();
        return new RestClient(HTTP, server.base(), name + "-" + RUN, PASSWORD);
    }

    @Test
    @Requirement({"T-111", "T-112", "T-114", "T-115", "T-118", "W-05"})
    public void aButlerServesACaseFromItsOrderToTheInvoice() {
        begin(SERIAL);
        assertEquals("the butler has nothing yet", 404, bai.send("GET", serviceCase).status());
        operator.send("POST", serviceCase + "/assignment", NODES.objectNode().put("butler", "bai-" + RUN)).expectSuccess();
        assertEquals("a case opens no order", 404, bai.send("GET", order).status());
        delegate();
        JsonNode seen = bai.send("GET", order).expectSuccess().json();
        assertEquals("masked", "138******", seen.at("/application/organizer/principal/mobile").asText().substring(0, 9));
        aHandedOverPictureIsSeenForTheCaseAlone();
        steps.submit().expectSuccess();
        assertEquals("the butler sees how far it is", "PRE_REVIEW",
                bai.send("GET", order).expectSuccess().json().at("/progress/state").asText());
        whatWasChargedIsInvoiced();
        bai.send("POST", serviceCase + "/completion", NODES.objectNode()).expectSuccess();
        assertEquals("nothing is left to the butler", List.of(404, 404), List.of(bai.send("GET", order).status(),
                bai.send("GET", serviceCase).status()));
        assertTrue(hana.send("GET", "/api/v1/me/delegations").json().at("/0/revokedAt").isTextual());
    }

    private void begin(int serial) {
        steps = new FilingSteps(hana, server.as("specialist"), new SampleFiling(Place.GUANGDONG, serial));
        steps.importResource(operator, "hana-" + RUN, LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        order = steps.path();
        ObjectNode body = NODES.objectNode().put("orderId", id());
        body.putArray("items").add("icp.first").add("psb");
        serviceCase = "/api/v1/butler/cases/"
                + hana.send("POST", "/api/v1/butler/cases", body).expectSuccess().json().get("id").asText();
    }

    private String id() {
        return order.substring(order.lastIndexOf('/') + 1);
    }

    private void delegate() {
        ObjectNode body = NODES.objectNode().put("delegate", "bai-" + RUN)
                .put("until", Instant.now().plus(Duration.ofDays(9)).toString());
        body.putArray("policies").add("filing-prepare");
        body.putArray("orders").add(id());
        hana.send("POST", "/api/v1/me/delegations", body).expectSuccess();
    }

    private void aHandedOverPictureIsSeenForTheCaseAlone() {
        String material = steps.order().at("/materials/0/id").asText();
        String picture = serviceCase + "/materials/" + material;
        assertEquals("not handed over yet", 404, bai.send("GET", picture).status());
        ObjectNode note = NODES.objectNode().put("note", "the original is at the front desk");
        note.putArray("materials").add(material);
        hana.send("POST", serviceCase + "/hand-overs", note).expectSuccess();
        Reply marked = bai.send("GET", picture).expectSuccess();
        byte[] uploaded = hana.send("GET", picture).expectSuccess().body();
        assertFalse("the butler's name lies across it", Arrays.equals(uploaded, marked.body()));
        assertTrue("a picture", HexFormat.of().formatHex(marked.body()).startsWith("ffd8ff"));
        assertEquals("not for other staff", List.of(404, 404), List.of(operator.send("GET", picture).status(),
                account("bo", "BUTLER").send("GET", picture).status()));
        assertEquals("and not what was not handed over", 404,
                bai.send("GET", serviceCase + "/materials/" + steps.order().at("/materials/1/id").asText()).status());
        String audit = admin.send("GET", "/api/v1/audit?account=bai-" + RUN + "&action=material.show").expectSuccess().text();
        assertTrue(audit, audit.contains(material) && audit.contains(id()));
    }

    private void whatWasChargedIsInvoiced() {
        JsonNode charges = hana.send("GET", "/api/v1/butler/charges").expectSuccess().json();
        assertEquals("the order itself costs nothing", List.of("icp.first", "psb"), charges.findValuesAsText("item").stream().sorted()
                .toList());
        ObjectNode body = NODES.objectNode().put("title", "汉娜公司");
        charges.forEach(charge -> body.withArray("charges").add(charge.get("id").asText()));
        JsonNode invoice = hana.send("POST", "/api/v1/butler/invoices", body).expectSuccess().json();
        assertEquals(1200, invoice.get("amount").asInt());
        operator.send("POST", "/api/v1/butler/invoices/" + invoice.get("id").asText() + "/issued", NODES.objectNode()).expectSuccess();
        assertTrue(hana.send("GET", "/api/v1/butler/invoices").json().at("/0/issued").asBoolean());
    }

    @Test
    public void nobodyElseSeesACaseItsPicturesChargesOrInvoices() {
        begin(SERIAL + 1);
        RestClient ida = account("ida", "APPLICANT");
        for (String path : List.of("", "/materials/" + steps.order().at("/materials/0/id").asText())) {
            assertEquals(path, 404, ida.send("GET", serviceCase + path).status());
        }
        ObjectNode note = NODES.objectNode().put("note", "mine");
        assertEquals(404, ida.send("POST", serviceCase + "/hand-overs", note).status());
        assertEquals(404, ida.send("POST", serviceCase + "/cancellation", NODES.objectNode()).status());
        assertEquals(404, bai.send("POST", serviceCase + "/completion", NODES.objectNode()).status());
        assertEquals(403, ida.send("POST", serviceCase + "/assignment", NODES.objectNode().put("butler", "bai-" + RUN)).status());
        for (String list : List.of("cases", "charges", "invoices", "free-time")) {
            assertEquals(list, 0, ida.send("GET", "/api/v1/butler/" + list).expectSuccess().json().size());
        }
    }
}
