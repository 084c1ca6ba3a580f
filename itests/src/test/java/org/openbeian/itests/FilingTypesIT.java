package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
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
    @Requirement({"E-08", "E-09", "E-10", "E-12", "E-14", "E-15", "E-17", "E-18", "A-02", "A-96", "A-105", "W-13", "W-15"})
    public void aFilingLivesThroughItsTypes() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_001);
        JsonNode first = file(first(data));
        organizer = first.at("/grant/organizerNumber").asText();
        SampleFiling more = new SampleFiling(Place.GUANGDONG, 810_002);
        JsonNode second = file(further(more));
        assertEquals(organizer + "-2", second.at("/grant/serviceNumbers/0").asText());
        assertTrue(register().toString(), register().toString().contains(more.domain()));
        renamed(organizer + "-2", data);
        ended(first("CANCEL_ACCESS", organizer + "-2"), "last-access");
        assertEquals("ACCESS_CANCELLED", service(1).at("/state").asText());
        accessed(organizer + "-2", more);
        assertEquals("ACTIVE", service(1).at("/state").asText());
        ended(first("CANCEL_SERVICE", organizer + "-1"), null);
        assertEquals("CANCELLED", service(0).at("/state").asText());
        FilingSteps end = first("CANCEL_ORGANIZER");
        givePassword(end);
        ended(end, null);
        assertEquals("CANCELLED", register().at("/organizer/state").asText());
    }

    /** Website and APP of one domain in one order, then the APP through the other types, and the organizer changed. */
    @Test
    @Requirement({"E-05", "E-08", "E-10", "E-11", "E-12", "E-13", "A-20", "A-54", "A-63", "A-91", "A-93", "T-48", "T-51", "W-14"})
    public void anAppLivesThroughTheTypes() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_011);
        FilingSteps steps = first(data);
        ArrayNode services = (ArrayNode) steps.order().at("/application/services");
        services.add(data.app(data.principal()));
        steps.patch(NODES.objectNode().set("services", services));
        JsonNode grant = file(steps).at("/grant");
        organizer = grant.at("/organizerNumber").asText();
        String app = organizer + "-2A";
        assertEquals(app, grant.at("/serviceNumbers/1").asText());
        changed("CHANGE_SERVICE", order -> ((ObjectNode) order.at("/services/0")).put("offersSdk", true), app);
        assertTrue(service(1).at("/data/offersSdk").asBoolean());
        changed("CHANGE_ORGANIZER", order -> ((ObjectNode) order.at("/organizer")).put("remark", "通信地址不变，联系人不变"));
        changed("CHANGE_BOTH", order -> {
            ((ObjectNode) order.at("/organizer")).put("remark", "主体与服务一并变更");
            ((ObjectNode) order.at("/services/1")).put("usesSdk", false);
        });
        assertFalse(service(1).at("/data/usesSdk").asBoolean(true));
        ended(first("CANCEL_ACCESS", app), "last-access");
        accessed(app, data);
        assertEquals("ACTIVE", service(1).at("/state").asText());
        ended(first("CANCEL_SERVICE", app), null);
        assertEquals("CANCELLED", service(1).at("/state").asText());
        assertEquals("the website stays", "ACTIVE", service(0).at("/state").asText());
    }

    @Test
    @Requirement("A-54")
    public void whereTheAuthorityTakesNoAppsTheApplicantIsTold() {
        SampleFiling data = new SampleFiling(Place.GANSU, 810_012);
        FilingSteps steps = first(data);
        steps.patch(NODES.objectNode().set("services", NODES.arrayNode().add(data.app(data.principal()))));
        assertTrue(steps.submit().text().contains("apps-not-taken"));
    }

    /** Five messages expire at the ministry; then the order ends, and its data begin another one. */
    @Test
    @Requirement({"T-41", "T-42"})
    public void whatExpiresFiveTimesIsFiledAnew() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_021);
        FilingSteps steps = first(data);
        ObjectNode patch = NODES.objectNode();
        patch.putObject("organizer").put("remark", "#sim:never-answers");
        steps.patch(patch);
        steps.uploadWhatIsMissing();
        steps.submit().expectSuccess();
        steps.passPreReview();
        ObjectNode why = NODES.objectNode().put("reason", "已致电负责人");
        for (int expiry = 1; expiry < 5; expiry++) {
            TestServer.await("expiry " + expiry, PATIENCE, () -> state(steps).equals("SMS_FAILED")
                    && operator.send("POST", steps.path() + "/resend", why, "If-Match", "*").status() == 200);
        }
        TestServer.await("the end", PATIENCE, () -> state(steps).equals("MUST_REFILE"));
        JsonNode anew = applicant.send("POST", steps.path() + "/refiling").expectSuccess().json();
        assertEquals("DRAFT", anew.at("/progress/state").asText());
        assertEquals(data.domain(), anew.at("/application/services/0/domains/0").asText());
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        assertTrue(TestServer.shell(TestServer.shared(), "beian:order-refile --dry-run " + id).contains("Dry run"));
    }

    /** What is filed is not filed for the first time again, unless a specialist accepts why. */
    @Test
    @Requirement({"A-29", "E-08", "E-09"})
    public void verifyNowProposesTheTypeAndASpecialistDecidesOnObjections() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_031);
        FilingSteps steps = first(data);
        JsonNode proposal = verified(steps, "basic");
        assertEquals(proposal.toString(), "FIRST", proposal.at("/type/proposed").asText());
        assertEquals("authority", proposal.at("/type/facts/0/source").asText());
        assertTrue(proposal.at("/passes").asBoolean());
        file(steps);
        FilingSteps again = new FilingSteps(applicant, specialist, data);
        again.startDraft();
        again.fillIn();
        assertEquals("CHANGE_SERVICE", verified(again, "service").at("/type/proposed").asText());
        assertTrue(again.submit().text().contains("organizer-already-filed"));
        ObjectNode why = NODES.objectNode().put("reason", "证件由新主体承继");
        applicant.send("POST", again.path() + "/type-objection", why, "If-Match", "*").expectSuccess();
        specialist.send("POST", again.path() + "/type-decision", why.put("accepted", true), "If-Match", "*").expectSuccess();
        again.order();
        String answer = again.submit().text();
        assertTrue(answer, answer.contains("domain-already-filed") && !answer.contains("organizer-already-filed"));
        String id = again.path().substring(again.path().lastIndexOf('/') + 1);
        assertTrue(TestServer.shell(TestServer.shared(), "beian:order-verify " + id).contains("Proposed type CHANGE_SERVICE"));
    }

    private static JsonNode verified(FilingSteps steps, String step) {
        return applicant.send("POST", steps.path() + "/verification?step=" + step).expectSuccess().json();
    }

    /** A notice of rectification marks what is filed; a blacklisted domain is kept out. Both come with the next results. */
    @Test
    @Requirement({"A-107", "W-25", "Q-06"})
    public void whatTheAuthorityFindsWrongBecomesACase() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_041);
        organizer = file(first(data)).at("/grant/organizerNumber").asText();
        SampleFiling later = new SampleFiling(Place.GUANGDONG, 810_042);
        SampleFiling kept = new SampleFiling(Place.GUANGDONG, 810_043);
        TestServer.shell(TestServer.shared(), "beian:simulator-announce --number " + organizer + "-1 --text 请更正网站名称"
                + " 440000 RECTIFICATION");
        TestServer.shell(TestServer.shared(), "beian:simulator-announce --domain " + kept.domain() + " 440000 BLACKLIST_SITE");
        TestServer.shell(TestServer.shared(), "beian:simulator-announce --domain www.wild-" + kept.domain() + " 440000 UNFILED_SITE");
        file(first(later));
        TestServer.await("the notice", PATIENCE, () -> service(0).at("/state").asText().equals("RECTIFY_REQUIRED"));
        JsonNode found = applicant.send("GET", "/api/v1/corrections").expectSuccess().json().get(0);
        assertEquals("RECTIFICATION " + organizer + "-1", found.at("/kind").asText() + " " + found.at("/serviceNumber").asText());
        String id = found.at("/id").asText();
        String calendar = applicant.send("GET", "/api/v1/me/deadlines.ics", "Accept", "text/calendar").expectSuccess().text();
        assertTrue(calendar, calendar.startsWith("BEGIN:VCALENDAR") && calendar.contains("UID:correction-" + id));
        assertTrue(applicant.send("GET", "/api/v1/me/deadlines").expectSuccess().text().contains(id));
        assertEquals("CREATED", applicant.send("GET", "/api/v1/flows/FIRST").expectSuccess().json().at("/steps/0/event").asText());
        String shown = TestServer.shell(TestServer.shared(), "beian:correction-list", "beian:flow-show CANCEL_ACCESS");
        assertTrue(shown, shown.contains(id) && shown.contains("SMS code to: nobody")
                && shown.contains("direct://channel.inbox") && shown.contains("direct://lane.authority"));
        specialist.send("POST", "/api/v1/corrections/" + id + "/conclusion", NODES.objectNode().put("conclusion", "已变更网站名称"),
                "If-Match", "*").expectSuccess();
        assertEquals("ACTIVE", service(0).at("/state").asText());
        TestServer.await("the isolation of what is open without a filing", PATIENCE, () -> specialist.send("GET", "/api/v1/blockings/wild-"
                + kept.domain()).json().at("/state").asText().equals("ISOLATED"));
        assertTrue(specialist.send("GET", "/api/v1/corrections").expectSuccess().text().contains("UNFILED_SITE"));
        TestServer.await("the blacklisting", PATIENCE, () -> first(kept).submit().text().contains("blacklisted"));
    }

    /** The public register knows what was published; what somebody saw otherwise is a case until the same source says the same. */
    @Test
    @Requirement({"A-107", "E-19", "T-49"})
    public void theRegisterIsComparedWithWhatOthersSay() throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, 810_051);
        organizer = file(first(data)).at("/grant/organizerNumber").asText();
        JsonNode known = specialist.send("POST", "/api/v1/public-register/questions", NODES.objectNode().put("by", "NUMBER")
                .put("value", organizer)).expectSuccess().json();
        assertEquals("FOUND simulator", known.at("/answer/verdict").asText() + " " + known.at("/answer/source").asText());
        String compare = "/api/v1/register/organizers/" + URLEncoder.encode(organizer, StandardCharsets.UTF_8) + "/reconciliation";
        String same = specialist.send("POST", compare).expectSuccess().text();
        assertTrue(same, same.contains("SAME") && !same.contains("DIFFERENT"));
        ObjectNode seen = NODES.objectNode().put("verdict", "NOT_FOUND").put("text", "查询页面无记录");
        seen.putObject("question").put("by", "DOMAIN").put("value", data.domain());
        specialist.send("POST", "/api/v1/public-register/answers", seen).expectSuccess();
        JsonNode found = applicant.send("GET", "/api/v1/corrections").expectSuccess().json().get(0);
        assertEquals("RECORD_DIFFERS /services/" + organizer + "-1 not filed", found.at("/kind").asText() + " "
                + found.at("/differences/0/pointer").asText() + " " + found.at("/differences/0/theirs").asText());
        String shown = TestServer.shell(TestServer.shared(), "beian:correction-list", "beian:registry-list",
                "beian:register-compare " + organizer);
        assertTrue(shown, shown.contains(found.at("/id").asText()) && shown.contains("Nothing differs."));
        assertEquals("CLOSED", specialist.send("GET", "/api/v1/corrections/" + found.at("/id").asText()).expectSuccess().json()
                .at("/status").asText());
    }

    /** Wrong entries return the order to the provider, who phones and sends it again. */
    @Test
    @Requirement("T-42")
    public void wrongCodesReturnTheOrderToTheSpecialist() throws Exception {
        FilingSteps steps = first(new SampleFiling(Place.GUANGDONG, 810_022));
        ObjectNode patch = NODES.objectNode();
        patch.putObject("organizer").put("remark", "#sim:five-wrong");
        steps.patch(patch);
        steps.uploadWhatIsMissing();
        steps.submit().expectSuccess();
        steps.passPreReview();
        TestServer.await("the return", PATIENCE, () -> state(steps).equals("PRE_REVIEW")
                && steps.order().at("/review/reasons/0/code").asText().equals("sms-wrong-entries"));
    }

    private static String state(FilingSteps steps) {
        return steps.order().at("/progress/state").asText();
    }

    private void changed(String type, Consumer<JsonNode> change, String... numbers) throws Exception {
        FilingSteps steps = first(type, numbers);
        JsonNode application = steps.order().at("/application");
        change.accept(application);
        ObjectNode patch = NODES.objectNode();
        patch.set("organizer", application.get("organizer"));
        patch.set("services", application.get("services"));
        steps.patch(patch);
        file(steps);
    }

    /** A change of the name: old and new are shown, and the register has the new one afterwards. */
    private void renamed(String number, SampleFiling data) throws Exception {
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        steps.startDraft(about("CHANGE_SERVICE", number));
        ArrayNode services = (ArrayNode) steps.order().at("/application/services");
        ((ObjectNode) services.get(0)).put("name", "示例科技新站");
        steps.patch(NODES.objectNode().set("services", services));
        JsonNode changes = applicant.send("GET", steps.path() + "/changes").expectSuccess().json();
        assertEquals(changes.toString(), "/services/0/name", changes.at("/0/pointer").asText());
        assertEquals("\"示例科技新站\"", changes.at("/0/after").asText());
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        assertTrue(TestServer.shell(TestServer.shared(), "beian:order-changes " + id).contains("/services/0/name"));
        file(steps);
        assertEquals("示例科技新站", service(1).at("/name").asText());
    }

    private FilingSteps first(String type, String... services) {
        FilingSteps steps = new FilingSteps(applicant, specialist, new SampleFiling(Place.GUANGDONG, 810_003));
        steps.startDraft(about(type, services));
        return steps;
    }

    private void ended(FilingSteps steps, String confirmed) throws Exception {
        ObjectNode patch = NODES.objectNode();
        ObjectNode basis = patch.putObject("basis").put("cancelReason", "SERVICE_ENDED");
        steps.patch(patch);
        if (confirmed != null) {
            assertTrue("it warns first", steps.submit().text().contains(confirmed));
            basis.putArray("confirmed").add(confirmed);
            steps.patch(patch);
        }
        JsonNode order = file(steps);
        assertTrue("no numbers", order.at("/grant").isMissingNode() || order.at("/grant").isNull());
    }

    private void accessed(String number, SampleFiling data) throws Exception {
        FilingSteps steps = first("ACCESS", number);
        ArrayNode services = (ArrayNode) steps.order().at("/application/services");
        ((ObjectNode) services.get(0)).putArray("accesses").addObject().put("resourceKind", "cvm")
                .put("resourceId", data.resourceId());
        steps.patch(NODES.objectNode().set("services", services));
        assertTrue(steps.submit().text().contains("filing-password-missing"));
        givePassword(steps);
        JsonNode order = file(steps);
        assertFalse("destroyed with the order's end", order.at("/application/basis").has("passwordId"));
    }

    private void givePassword(FilingSteps steps) {
        applicant.send("PUT", steps.path() + "/filing-password", NODES.objectNode().put("password", password()), "If-Match", "*")
                .expectSuccess();
        steps.order();
    }

    /** The simulated authority's password is the last six digits of the number. */
    private String password() {
        String digits = organizer.replaceAll("\\D", "");
        return digits.substring(digits.length() - 6);
    }

    private JsonNode service(int index) {
        return register().at("/services/" + index);
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
