package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.SamplePictures;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** Specialists at work: the queue, the call, the return; faces that are verified, templates that are reviewed. */
public class ReviewIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final AtomicInteger SERIALS = new AtomicInteger(260_000);

    private static ServerProcess server;
    private static RestClient applicant;
    private static RestClient specialist;

    private final SampleFiling data = new SampleFiling(Place.GUANGDONG, SERIALS.incrementAndGet());

    @BeforeClass
    public static void findServer() throws Exception {
        server = TestServer.shared();
        applicant = server.as("applicant");
        specialist = server.as("specialist");
    }

    @AfterClass
    public static void checkLog() throws Exception {
        LogScan.assertNothingPersonal(server);
    }

    private static FilingSteps begin(SampleFiling data) throws Exception {
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        return steps;
    }

    @Test
    @Requirement({"T-08", "T-34", "T-35", "T-36", "T-37", "T-38", "A-83", "A-102"})
    public void aReturnedOrderOpensOnlyTheMarkedFields() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        steps.uploadMaterials();
        verifyFace(steps);
        steps.order();
        steps.submit().expectSuccess();
        steps.uploadMaterials();
        specialist.send("POST", steps.path() + "/claim", NODES.objectNode(), "If-Match", "*").expectSuccess();
        assertEquals("a specialist looks at it", 409, applicant.send("PUT", steps.path() + "/materials/unit-certificate?subject=/organizer",
                "image/jpeg", SamplePictures.card("unit-certificate"), "If-Match", "*").status());
        assertPhonedByScript(steps);
        ObjectNode reason = NODES.objectNode().put("code", "service-name-unfit").put("pointer", "/services/0/name");
        ObjectNode reasons = NODES.objectNode();
        reasons.putArray("reasons").add(reason);
        specialist.send("POST", steps.path() + "/return", reasons, "If-Match", "*").expectSuccess();
        assertEquals("RETURNED", steps.order().at("/progress/state").asText());
        assertEquals("请修改服务名称", steps.order().at("/review/reasons/0/mend/zh").asText());
        ObjectNode other = NODES.objectNode();
        other.putObject("organizer").put("postalAddress", "广东省深圳市南山区科技园路2号102室");
        Reply refused = applicant.send("PATCH", steps.path(), other, "If-Match", "*");
        assertEquals(refused.text(), 422, refused.status());
        assertTrue(refused.text(), refused.text().contains("/organizer/postalAddress"));
        ObjectNode marked = NODES.objectNode();
        marked.putArray("services").add(data.website(data.principal()).put("name", "示例科技服务平台"));
        steps.patch(marked);
        FilingSteps again = steps;
        again.order();
        Reply stale = resubmit(again);
        assertTrue(stale.text(), stale.status() == 422 && stale.text().contains("face-check-again"));
        verifyFace(again);
        assertEquals(200, resubmit(again).status());
        assertEquals("PRE_REVIEW", again.order().at("/progress/state").asText());
    }

    /** The simulated provider lets everybody pass, in the province of the document. */
    private static void verifyFace(FilingSteps steps) {
        Reply opened = FlowIT.say(applicant, steps, "face-checks", "{\"pointer\":\"/services/0/principal\"}", 200);
        assertTrue(opened.text(), opened.json().at("/review/faces/0/link").asText().startsWith("https://"));
        JsonNode face = FlowIT.say(applicant, steps, "face-checks/results", "", 200).json().at("/review/faces/0");
        assertEquals(face.toString(), "true 440000", face.get("passed").asText() + " " + face.get("ipProvince").asText());
    }

    private void assertPhonedByScript(FilingSteps steps) {
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        JsonNode queue = specialist.send("GET", "/api/v1/reviews?mine=true&sort=risk&limit=200").expectSuccess().json();
        JsonNode item = null;
        for (JsonNode one : queue) {
            item = one.at("/order/id").asText().equals(id) ? one : item;
        }
        assertEquals("KEPT", item.get("promise").asText());
        Reply task = specialist.send("GET", "/api/v1/reviews/" + id + "/call-task").expectSuccess();
        assertFalse(task.text(), task.text().contains(data.principal().get("mobile").asText()));
        ObjectNode call = NODES.objectNode().put("answered", true).put("knowsOfFiling", true).put("told", true).put("understood", true);
        String number = data.principal().get("certificateNumber").asText();
        call.put("lastSix", number.substring(number.length() - 6).toLowerCase(Locale.ROOT));
        for (JsonNode one : task.json().get("items")) {
            String pointer = one.get("pointer").asText();
            call.withArray("items").addObject().put("pointer", pointer).put("matches", !pointer.equals("/services/0/name"));
        }
        JsonNode logged = specialist.send("POST", steps.path() + "/calls", call, "If-Match", "*").expectSuccess().json()
                .at("/review/calls/0");
        assertEquals(logged.toString(), "true false true", logged.get("lastSixMatch").asText() + " " + logged.get("dataConfirmed").asText()
                + " " + logged.get("understood").asText());
        assertEquals("call-not-confirmed", FlowIT.say(specialist, steps, "pass", "{}", 422).json().get("code").asText());
        assertTrue(specialist.send("GET", "/api/v1/reviews/" + id + "/reasons").expectSuccess().text().contains("picture-unclear"));
    }

    @Test
    @Requirement({"T-05", "T-10", "T-15", "T-16", "T-24"})
    public void aTemplateIsReviewedAndCopiedIntoAnOrder() throws Exception {
        FilingSteps steps = begin(data);
        ObjectNode made = NODES.objectNode().put("label", "example");
        ObjectNode organizer = data.organizer();
        organizer.set("principal", data.principal().put("email", "nobody"));
        made.set("organizer", organizer);
        made.putObject("extra").put("postcode", "51800");
        String path = "/api/v1/identity-templates/"
                + applicant.send("POST", "/api/v1/identity-templates", made).expectSuccess().json().get("id").asText();
        Reply wrong = applicant.send("POST", path + "/submission", NODES.objectNode(), "If-Match", "*");
        assertEquals(wrong.text(), 422, wrong.status());
        assertTrue(wrong.text(), wrong.text().contains("/organizer/principal/email") && wrong.text().contains("/extra/postcode"));
        made.set("organizer", data.organizer());
        made.putObject("extra").put("postcode", "518000");
        applicant.send("PUT", path, made, "If-Match", "*").expectSuccess();
        assertTrue(applicant.send("POST", path + "/submission", NODES.objectNode(), "If-Match", "*").expectSuccess().json().has("due"));
        assertTrue(applicant.send("GET", "/api/v1/me/deadlines").expectSuccess().text().contains("template-review"));
        String id = path.substring(path.lastIndexOf('/') + 1);
        Reply masked = specialist.send("GET", path).expectSuccess();
        assertFalse(masked.text(), masked.text().contains(data.organizer().get("certificateNumber").asText()));
        String use = "{\"template\":\"" + id + "\",\"pointer\":\"/organizer\"}";
        assertEquals("template-state", FlowIT.say(applicant, steps, "template", use, 409).json().get("code").asText());
        assertTrue(TestServer.shell(server, "beian:identity-template-list --state IN_REVIEW").contains(id));
        assertTrue(TestServer.shell(server, "beian:identity-template-decide " + id + " yes").contains("APPROVED"));
        JsonNode filled = FlowIT.say(applicant, steps, "template", use, 200).json();
        assertEquals(data.organizer().get("name"), filled.at("/application/organizer/name"));
        assertEquals("518000", filled.at("/application/extra/postcode").asText());
        applicant.send("DELETE", path, "If-Match", "*").expectSuccess();
    }

    @Test
    @Requirement("T-109")
    public void whatStandsOnALicenceIsProposedAndNotEntered() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        byte[] text = "openbeian-text:ORGANIZER_NAME=另一公司;\n".getBytes(StandardCharsets.UTF_8);
        byte[] card = SamplePictures.card("unit-certificate");
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        picture.write(card, 0, 2);
        picture.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)});
        picture.writeBytes(text);
        picture.write(card, 2, card.length - 2);
        String material = applicant.send("PUT", steps.path() + "/materials/unit-certificate?subject=/organizer", "image/jpeg",
                picture.toByteArray(), "If-Match", "*").expectSuccess().json().get("id").asText();
        JsonNode read = applicant.send("POST", steps.path() + "/materials/" + material + "/recognition", NODES.objectNode())
                .expectSuccess().json();
        assertEquals(read.toString(), "RECOGNISED /organizer/name 另一公司 true", read.at("/0/origin").asText() + " "
                + read.at("/0/pointer").asText() + " " + read.at("/0/value").asText() + " " + read.at("/0/differs").asText());
        assertEquals(data.organizer().get("name"), steps.order().at("/application/organizer/name"));
        applicant.send("POST", steps.path() + "/withdrawal", NODES.objectNode().put("reason", "test"), "If-Match", "*").expectSuccess();
    }

    @Test
    @Requirement({"T-01", "T-03", "W-31", "T-43"})
    public void aCaseIsHandedOutWithItsProofAndTimesAreForecast() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        String number = data.organizer().get("certificateNumber").asText();
        Reply own = applicant.send("GET", steps.path() + "/export").expectSuccess();
        assertTrue(own.text(), own.json().at("/proof/whole").asBoolean() && own.text().contains(number));
        assertEquals(own.json().at("/proof/lastHash"), own.json().get("history").get(own.json().get("history").size() - 1).get("hash"));
        assertFalse("masked for staff", specialist.send("GET", steps.path() + "/export").expectSuccess().text().contains(number));
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        assertTrue(TestServer.shell(server, "beian:order-export " + id).contains("\"whole\" : true"));
        assertEquals("forms", applicant.send("GET", steps.path() + "/case").expectSuccess().json().get("position").asText());
        assertTrue(TestServer.shell(server, "beian:order-case " + id).contains("public-security"));
        assertTrue(applicant.send("GET", "/api/v1/forecasts?type=FIRST&province=440000").expectSuccess().json().has("basis"));
        assertTrue(TestServer.shell(server, "beian:forecast FIRST 440000").contains("filings"));
    }

    @Test
    @Requirement({"E-03", "T-108", "A-94"})
    public void withTheFeatureCasesAndChecklistsArePrintedInChinese() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        Reply none = applicant.send("GET", steps.path() + "/checklist/page.pdf");
        assertTrue(none.text(), none.status() == 503 && none.text().contains("openbeian-pdf"));
        try (Management management = new Management(server)) {
            management.installFeature("openbeian-pdf");
            TestServer.await("the printer", Duration.ofSeconds(30),
                () -> applicant.send("GET", steps.path() + "/checklist/page.pdf").status() == 200);
            String list = Pdfs.text(applicant.send("GET", steps.path() + "/checklist/page.pdf").body());
            assertTrue(list, list.contains("备案清单") && list.contains("已完成") && list.contains("公网 IP"));
            assertTrue("the page has its font in it, too", applicant.send("GET", steps.path() + "/checklist/page").expectSuccess().text()
                .contains("@font-face"));
            String number = data.organizer().get("certificateNumber").asText();
            String own = Pdfs.text(applicant.send("GET", steps.path() + "/export.pdf").expectSuccess().body());
            assertTrue(own, own.contains("历史完整") && own.contains(number));
            assertFalse("masked for staff", Pdfs.text(specialist.send("GET", steps.path() + "/export.pdf").expectSuccess().body())
                .contains(number));
            Path file = Files.createTempDirectory("case").resolve("case.pdf");
            assertTrue(TestServer.shell(server, "beian:order-export --pdf " + file + " " + id).contains("Written to"));
            assertTrue(Pdfs.text(Files.readAllBytes(file)).contains("历史完整"));
            aLetterIsPrintedSignedAndOutdated(steps, id);
            management.uninstallFeature("openbeian-pdf");
            TestServer.await("no printer", Duration.ofSeconds(30),
                () -> applicant.send("GET", steps.path() + "/export.pdf").status() == 503);
        }
    }

    private void aLetterIsPrintedSignedAndOutdated(FilingSteps steps, String id) throws Exception {
        String letter = steps.path() + "/letters/commitment-letter/page.pdf?subject=/organizer";
        String printed = Pdfs.text(applicant.send("PUT", letter).expectSuccess().body());
        assertTrue(printed, printed.contains("承诺书") && printed.contains(data.organizer().get("name").asText()));
        assertEquals(403, specialist.send("PUT", letter).status());
        applicant.send("PUT", steps.path() + "/materials/commitment-letter?subject=/organizer", "image/jpeg",
            SamplePictures.card("commitment-letter"), "If-Match", "*").expectSuccess();
        JsonNode before = letter(steps, "commitment-letter");
        assertEquals(before.toString(), "LETTER false", before.get("kind").asText() + " " + before.get("outdated").asText());
        assertEquals(before.get("version"), before.get("signedVersion"));
        assertEquals("the authority's own form is nobody's to make up", "MISSING", letter(steps, "guangdong-pledge").get("kind").asText());
        server.as("operator").send("PUT", "/api/v1/form-templates/commitment-letter", "application/octet-stream",
            "# 备案承诺书\n\n{organizer.name} 承诺。".getBytes(StandardCharsets.UTF_8)).expectSuccess();
        assertTrue(letter(steps, "commitment-letter").get("outdated").asBoolean());
        assertTrue(applicant.send("GET", steps.path() + "/requirements").text().contains("material-form-outdated:commitment-letter"));
        assertTrue(TestServer.shell(server, "beian:letter-list " + id).contains("(outdated)"));
    }

    private static JsonNode letter(FilingSteps steps, String type) {
        for (JsonNode letter : applicant.send("GET", steps.path() + "/letters").expectSuccess().json()) {
            if (letter.get("type").asText().equals(type)) {
                return letter;
            }
        }
        throw new AssertionError("no letter " + type);
    }

    @Test
    @Requirement({"W-02", "E-04"})
    public void aCommercialServiceNeedsItsLicenceAndASpecialist() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        ObjectNode site = data.website(data.principal()).put("commercial", true);
        steps.patch(services(site));
        steps.uploadWhatIsMissing();
        assertEquals("telecom-licence", steps.order().at("/materials/" + (steps.order().get("materials").size() - 1) + "/type").asText());
        Reply bare = resubmit(steps);
        assertTrue(bare.text(), bare.status() == 422 && bare.text().contains("/services/0/licenceNumber"));
        steps.patch(services(site.put("licenceNumber", "粤B2-20260001")));
        assertEquals(200, resubmit(steps).status());
        FlowIT.say(specialist, steps, "calls",
                "{\"answered\":true,\"knowsOfFiling\":true,\"lastSixMatch\":true,\"dataConfirmed\":true}", 200);
        assertEquals("enquiries-open", FlowIT.say(specialist, steps, "pass", "{}", 422).json().get("code").asText());
        FlowIT.say(specialist, steps, "clearances", "{\"rule\":\"commercial-service\",\"pointer\":\"/services/0/commercial\","
                + "\"reason\":\"the licence is valid and the organizer's own\"}", 200);
        FlowIT.say(specialist, steps, "pass", "{}", 200);
    }

    private static ObjectNode services(ObjectNode site) {
        ObjectNode services = NODES.objectNode();
        services.putArray("services").add(site);
        return services;
    }

    @Test
    @Requirement({"A-99", "A-100"})
    public void theSecondMissedCallCountsOnceItsTimeHasCome() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        FlowIT.say(specialist, steps, "calls", "{\"answered\":false}", 200);
        TestServer.await("the specialist's reminder", Duration.ofSeconds(60), () -> specialist.send("GET", "/api/v1/inbox?limit=100")
                .expectSuccess().text().contains(id));
        JsonNode order = FlowIT.say(specialist, steps, "calls", "{\"answered\":false}", 200).json();
        assertEquals("RETURNED unreachable", order.at("/progress/state").asText() + " " + order.at("/review/reasons/0/code").asText());
    }

    @Test
    public void aPhoneUploadsOneMaterialOnceWithoutALogIn() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        String wish = "{\"type\":\"unit-certificate\",\"subject\":\"/organizer\"}";
        assertEquals(403, specialist.send("POST", steps.path() + "/upload-links", "application/json",
                wish.getBytes(StandardCharsets.UTF_8)).status());
        JsonNode link = FlowIT.say(applicant, steps, "upload-links", wish, 201).json();
        assertTrue(link.toString(), link.get("qr").asText().startsWith("<svg "));
        URI address = URI.create(link.get("address").asText());
        HttpClient phone = HttpClient.newHttpClient();
        HttpResponse<String> page = phone.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertTrue(page.body(), page.statusCode() == 200 && page.body().contains("单位证件"));
        assertTrue(page.headers().firstValue("Content-Security-Policy").orElseThrow().contains("script-src 'sha256-"));
        HttpRequest put = HttpRequest.newBuilder(address).header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(SamplePictures.card("unit-certificate"))).build();
        assertEquals(204, phone.send(put, BodyHandlers.ofString()).statusCode());
        assertEquals("unit-certificate", steps.order().at("/materials/0/type").asText());
        HttpResponse<String> again = phone.send(put, BodyHandlers.ofString());
        assertTrue(again.body(), again.statusCode() == 404 && again.body().contains("upload-link-over"));
        String audit = TestServer.shell(server, "beian:audit-list --limit 200");
        assertTrue(audit, audit.contains("material.link-used"));
    }

    @Test
    @Requirement({"T-30", "A-50", "A-88"})
    public void aMobileIsVerifiedByTheCodeThatArrives() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        String person = "{\"pointer\":\"/services/0/principal\"}";
        Reply sent = put(steps, "mobile-codes", person);
        assertEquals(sent.text(), 200, sent.status());
        String digits = data.principal().get("mobile").asText();
        assertFalse(sent.text(), sent.text().contains(digits));
        Matcher code = Pattern.compile("您的验证码为 (\\d{6})").matcher(applicant.send("GET", "/api/v1/inbox?limit=100").expectSuccess().text());
        assertTrue("in the demonstration codes arrive in the inbox", code.find());
        String wrong = code.group(1).equals("000000") ? "111111" : "000000";
        String answer = "{\"pointer\":\"/services/0/principal\",\"code\":\"%s\"}";
        Reply refused = put(steps, "mobile-codes/confirmation", answer.formatted(wrong));
        assertEquals("code-wrong", refused.json().get("code").asText());
        assertEquals(200, put(steps, "mobile-codes/confirmation", answer.formatted(code.group(1))).status());
        String history = applicant.send("GET", steps.path() + "/history").expectSuccess().text();
        assertTrue(history, history.contains("MOBILE_VERIFIED") && !history.contains(digits) && !history.contains(code.group(1)));
    }

    private static Reply put(FilingSteps steps, String what, String body) {
        return applicant.send("PUT", steps.path() + "/" + what, "application/json", body.getBytes(StandardCharsets.UTF_8), "If-Match", "*");
    }

    private static Reply resubmit(FilingSteps steps) {
        ObjectNode body = NODES.objectNode();
        for (JsonNode text : applicant.send("GET", "/api/v1/consents").expectSuccess().json()) {
            body.withArray("consents").addObject().put("text", text.get("id").asText())
                    .put("version", text.get("version").asText());
        }
        return applicant.send("POST", steps.path() + "/submission", body, "If-Match", "*");
    }
}
