package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** What is owed after the grant, on the running distribution; the pages of the sites are simulated. */
public class SitesIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger SERIALS = new AtomicInteger(830_000);

    private static ServerProcess server;
    private static RestClient applicant;

    @BeforeClass
    public static void findServer() throws Exception {
        server = TestServer.shared();
        applicant = server.as("applicant");
    }

    /** Path of the site of a website that was granted just now. */
    private static String granted() throws Exception {
        FilingSteps steps = new FilingSteps(applicant, server.as("specialist"), new SampleFiling(Place.GUANGDONG,
                SERIALS.incrementAndGet()));
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        steps.passPreReview();
        String order = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        String list = "/api/v1/sites?order=" + order;
        TestServer.await("a site of order " + order, PATIENCE, () -> applicant.send("GET", list).expectSuccess().json().size() == 1);
        return "/api/v1/sites/" + applicant.send("GET", list).json().at("/0/site/id").asText();
    }

    @Test
    @Requirement({"T-45", "T-46", "T-53", "T-54", "T-57", "T-58", "T-73", "T-94", "T-95", "E-41", "T-59", "T-88", "T-91",
        "T-93", "W-12"})
    public void aGrantedSiteOwesItsFooterUntilItsPageShowsBothNumbers() throws Exception {
        String site = granted();
        theTimeThatTheFilingTookIsGivenBack(site.substring(site.lastIndexOf('/') + 1, site.lastIndexOf('-')));
        JsonNode fresh = applicant.send("GET", site).expectSuccess().json();
        assertEquals("PUBLIC_SECURITY_FILING", fresh.at("/duties/0/kind").asText());
        String today = fresh.at("/site/grantedAt").asText().substring(0, 10);
        String domain = fresh.at("/site/domains/0").asText();
        String name = fresh.at("/site/name").asText();
        assertEquals("tomorrow", 422, put(site + "/opening", "openedOn", "2999-01-01").status());
        put(site + "/opening", "openedOn", today).expectSuccess();
        assertEquals(List.of("UNKNOWN", "page-unreachable"), inspected(site));
        show(domain, name, "<p>没有</p>");
        assertEquals(List.of("WRONG", "footer-number-missing"), inspected(site));
        show(domain, "别的网站", "<p>京ICP备2020777777号-2</p>");
        assertEquals("hints for a person", List.of("WRONG", "footer-number-wrong", "content-name-absent", "content-number-other"),
                inspected(site));
        Files.writeString(server.home().resolve("data/simulated-sites/" + domain + ".ips"), "8.8.4.4\n");
        JsonNode footer = applicant.send("GET", site + "/footer").expectSuccess().json();
        assertEquals("https://beian.miit.gov.cn/", footer.get("link").asText());
        String example = applicant.send("GET", site + "/footer/preview").expectSuccess().text();
        assertTrue(example, example.startsWith("<!DOCTYPE html>") && example.contains("<footer>" + footer.get("html").asText()
                + "</footer>") && !example.contains("<script"));
        show(domain, name, include(domain));
        assertEquals(List.of("RIGHT", "host-elsewhere"), inspected(site));
        Files.delete(server.home().resolve("data/simulated-sites/" + domain + ".ips"));
        assertEquals(List.of("RIGHT"), inspected(site));
        ObjectNode foreign = NODES.objectNode().put("number", "京公网安备11000002000001号").put("grantedOn", today);
        Reply refused = applicant.send("PUT", site + "/police-number", foreign);
        assertEquals(refused.text(), "police-number-province", refused.json().at("/findings/0/ruleId").asText());
        filePublicSecurity(site.substring(site.lastIndexOf('/') + 1), today);
        assertEquals(List.of("WRONG", "footer-police-missing"), inspected(site));
        show(domain, name, include("www." + domain));
        assertEquals(List.of("RIGHT"), inspected(site));
        JsonNode done = applicant.send("GET", site).expectSuccess().json();
        done.get("duties").forEach(duty -> assertEquals(duty.toString(), "DONE", duty.get("state").asText()));
        String shown = TestServer.shell(server, "beian:site-show " + site.substring(site.lastIndexOf('/') + 1), "beian:site-list",
            "beian:public-security-list",
                "beian:public-security-show " + site.substring(site.lastIndexOf('/') + 1));
        assertTrue(shown, shown.contains("粤公网安备44030502000001号") && shown.contains(domain) && shown.contains("NUMBER_ISSUED"));
    }

    @Test
    @Requirement({"T-59", "T-62", "T-89", "T-90", "T-93"})
    public void aFilingGoesByTheGatewayOnceEvenWhenAnswersAreLost() throws Exception {
        String site = granted();
        String id = site.substring(site.lastIndexOf('/') + 1);
        String domain = applicant.send("GET", site).expectSuccess().json().at("/site/domains/0").asText();
        applicant.send("PUT", site + "/opening", NODES.objectNode().put("openedOn", LocalDate.now().toString()));
        Path folder = Files.createDirectories(server.home().resolve("data/simulated-police"));
        Files.writeString(folder.resolve(domain + ".properties"), "fault=LOST_ANSWER\ndays=0\n");
        String filing = readyFiling(applicant, id);
        submit(filing, NODES.objectNode().put("part", "ORGANIZER"));
        assertEquals("under way", 409, applicant.send("POST", filing + "/submissions",
                NODES.objectNode().put("part", "ORGANIZER")).status());
        reaches(filing, "ORGANIZER_APPROVED");
        Files.writeString(folder.resolve(domain + ".properties"), "fault=DUPLICATE\ndays=0\n");
        String version = applicant.send("GET", "/api/v1/public-security/statement").expectSuccess().json().get("version").asText();
        submit(filing, NODES.objectNode().put("part", "SITE").put("statement", version));
        reaches(filing, "NUMBER_ISSUED");
        JsonNode done = applicant.send("GET", filing).expectSuccess().json();
        List<String> events = new ArrayList<>();
        done.get("steps").forEach(step -> events.add(step.get("event").asText()));
        assertEquals("each once", List.of("ORGANIZER_SUBMITTED", "ORGANIZER_APPROVED", "SITE_SUBMITTED", "INTERVIEW_CALLED",
                "NUMBER_ISSUED"), events);
        assertEquals("applicant", done.at("/statement/account").asText());
        String first = Files.readString(folder.resolve(id + "-1.properties"));
        assertTrue("taken once, asked for before it would be sent again: " + first, first.contains("taken=1") && first.contains("calls=1"));
        assertTrue(applicant.send("GET", site).json().at("/site/police/number").asText().matches("粤公网安备440100020\\d{5}号"));
        String shown = TestServer.shell(server, "beian:public-security-show " + id);
        assertTrue(shown, shown.contains(id + "-1") && shown.contains("OVER"));
    }

    private static void submit(String filing, ObjectNode what) {
        applicant.send("POST", filing + "/submissions", what).expectSuccess();
    }

    private static void reaches(String filing, String state) throws Exception {
        TestServer.await(filing + " is " + state, PATIENCE, () -> applicant.send("GET", filing).expectSuccess().json().get("state")
                .asText().equals(state));
    }

    @Test
    @Requirement({"Q-04", "Q-06"})
    public void whatStaffFindsIsACaseThatItsAccountIsTold() throws Exception {
        String domain = applicant.send("GET", granted()).expectSuccess().json().at("/site/domains/0").asText();
        RestClient specialist = server.as("specialist");
        ObjectNode found = NODES.objectNode().put("kind", "CONTENT_MISMATCH").put("domain", domain).put("text", "首页为其他公司");
        assertEquals("not for applicants", 403, applicant.send("POST", "/api/v1/corrections", found).status());
        JsonNode made = specialist.send("POST", "/api/v1/corrections", found).expectSuccess().json();
        assertEquals(List.of("OPEN", "applicant"), List.of(made.get("status").asText(), made.get("account").asText()));
        assertEquals("once", 409, specialist.send("POST", "/api/v1/corrections", found).status());
        assertEquals("an authority's", 422, specialist.send("POST", "/api/v1/corrections",
                found.deepCopy().put("kind", "RECTIFICATION")).status());
        String id = made.get("id").asText();
        TestServer.await("the applicant is told", PATIENCE, () -> applicant.send("GET", "/api/v1/inbox").expectSuccess().text()
                .contains(id));
        String shown = TestServer.shell(server, "beian:correction-open --reason 已释放 RESOURCE_GONE " + domain, "beian:correction-list",
                "beian:correction-close --reason 已更正 " + id);
        assertTrue(shown, shown.contains("网站内容与备案信息不符") && shown.contains("备案所用资源已释放") && shown.contains("CLOSED"));
    }

    @Test
    @Requirement("Q-06")
    public void aMeasureIsShownInTheCaseThatCausedItUntilAndAfterItIsLifted() throws Exception {
        RestClient specialist = server.as("specialist");
        RestClient operator = server.as("operator");
        String domain = "wild-" + SERIALS.incrementAndGet() + ".com";
        ObjectNode found = NODES.objectNode().put("kind", "UNFILED").put("domain", domain).put("text", "未备案已开通");
        String id = specialist.send("POST", "/api/v1/corrections", found).expectSuccess().json().get("id").asText();
        String blocking = "/api/v1/blockings/" + domain;
        ObjectNode isolation = NODES.objectNode().put("account", "applicant").put("reason", "未备案").put("caseId", "01jother");
        assertEquals("another case", 422, operator.send("PUT", blocking + "/isolation", isolation).status());
        operator.send("PUT", blocking + "/isolation", isolation.put("caseId", id)).expectSuccess();
        operator.send("PUT", blocking + "/carrier", NODES.objectNode().put("blocked", true)).expectSuccess();
        JsonNode measures = specialist.send("GET", "/api/v1/corrections/" + id + "/measures").expectSuccess().json();
        assertEquals(measures.toString(), "ISOLATED true", measures.at("/0/state").asText() + " " + measures.at("/0/carrierBlocked")
                .asBoolean());
        TestServer.await("the applicant is told", PATIENCE, () -> applicant.send("GET", "/api/v1/inbox").expectSuccess().text()
                .contains(domain));
        String shown = TestServer.shell(server, "beian:blocking-lift --reason 已关停 " + domain, "beian:correction-show " + id);
        assertTrue(shown, shown.contains("LIFTED") && shown.contains("已关停") && shown.contains("by the inspection"));
    }

    @Test
    @Requirement({"W-08", "W-10"})
    public void aCurtainIsPostedFreeOfChargeAndOnceAtATime() throws Exception {
        FilingSteps steps = new FilingSteps(applicant, server.as("specialist"), new SampleFiling(Place.GUANGDONG,
                SERIALS.incrementAndGet()));
        steps.startDraft();
        String order = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        String curtain = steps.path() + "/curtain";
        ObjectNode to = NODES.objectNode().put("recipient", "张小明").put("address", "深圳市南山区科技园路1号").put("phone", "13812345678");
        assertEquals(3, applicant.send("POST", curtain, NODES.objectNode()).json().get("findings").size());
        JsonNode made = applicant.send("POST", curtain, to).expectSuccess().json();
        assertEquals(made.toString(), 0, made.get("price").asInt(-1));
        assertTrue(applicant.send("POST", curtain, to).text().contains("curtain-under-way"));
        RestClient operator = server.as("operator");
        String masked = operator.send("GET", "/api/v1/curtains?state=REQUESTED").expectSuccess().text();
        assertTrue(masked, masked.contains(order) && !masked.contains("张小明") && !masked.contains("科技园路"));
        String shown = TestServer.shell(server, "beian:curtain-list --state REQUESTED", "beian:curtain-address --reason label " + order,
                "beian:curtain-dispatch " + order + " EMS EA123456789CN");
        assertTrue(shown, shown.contains("/address = 深圳市南山区科技园路1号") && shown.contains("is DISPATCHED, EMS EA123456789CN"));
        assertEquals("sent already", 409, applicant.send("POST", curtain + "/cancellation").status());
        TestServer.await("the applicant is told the number", PATIENCE, () -> applicant.send("GET", "/api/v1/inbox").expectSuccess()
                .text().contains("EA123456789CN"));
        assertEquals("RECEIVED", applicant.send("POST", curtain + "/receipt").expectSuccess().json().get("state").asText());
        applicant.send("POST", curtain, to.put("address", "深圳市南山区科技园路1号应答丢失")).expectSuccess();
        String dispatch = "beian:curtain-dispatch " + order;
        String lost = TestServer.shell(server, dispatch);
        assertTrue(lost, lost.contains("The courier did not take the parcel"));
        String sent = TestServer.shell(server, dispatch);
        assertTrue("the same parcel", sent.contains("is DISPATCHED, 模拟快递 SIM"));
        applicant.send("POST", curtain + "/receipt").expectSuccess();
        applicant.send("POST", curtain, to).expectSuccess();
        assertEquals("CANCELLED", applicant.send("POST", curtain + "/cancellation").expectSuccess().json().get("state").asText());
    }

    @Test
    @Requirement({"W-11", "E-03", "A-113", "A-109", "T-108", "T-110"})
    public void aQuestionAtAnyHourIsAnsweredFromTheRulesAndTheHelp() throws Exception {
        FilingSteps steps = new FilingSteps(applicant, server.as("specialist"), new SampleFiling(Place.GUANGDONG,
                SERIALS.incrementAndGet()));
        steps.startDraft();
        steps.fillIn();
        ObjectNode question = NODES.objectNode().put("text", "我的手机 13812345678 收不到短信");
        question.putObject("about").put("orderId", steps.path().substring(steps.path().lastIndexOf('/') + 1))
                .put("topic", "sms-verification").put("pointer", "/organizer/principal/mobile");
        theChecklistNamesWhatIsMissing(steps.path());
        JsonNode asked = applicant.send("POST", "/api/v1/enquiries", question).expectSuccess().json();
        String path = "/api/v1/enquiries/" + asked.get("id").asText();
        String prepared = applicant.send("GET", path + "/suggestions").expectSuccess().text();
        assertTrue(prepared, prepared.contains("help:sms-verification"));
        RestClient specialist = server.as("specialist");
        String masked = specialist.send("GET", "/api/v1/enquiries?state=OPEN").expectSuccess().text();
        assertTrue(masked, masked.contains("138******78") && !masked.contains("13812345678"));
        String clear = specialist.send("POST", path + "/reveals", NODES.objectNode().put("reason", "to call")).expectSuccess().text();
        assertTrue(clear, clear.contains("13812345678"));
        String shown = TestServer.shell(server, "beian:enquiry-answer --text checked --canned help:sms-verification "
                + asked.get("id").asText(), "beian:enquiry-show " + asked.get("id").asText(), "beian:enquiry-times",
                "beian:help-list --for SMS_PENDING");
        assertTrue(shown, shown.contains("is ANSWERED") && shown.contains(" answered: checked") && shown.contains("sms-verification"));
        TestServer.await("the applicant is told", PATIENCE, () -> applicant.send("GET", "/api/v1/inbox").expectSuccess().text()
                .contains(asked.get("id").asText()));
        JsonNode times = specialist.send("GET", "/api/v1/enquiries/response-times").expectSuccess().json();
        assertTrue(times.toString(), times.at("/0/medianSeconds").isNumber());
        for (boolean helpful : new boolean[] {true, false}) {
            applicant.send("PUT", "/api/v1/help/video/vote", NODES.objectNode().put("helpful", helpful)).expectSuccess();
        }
        JsonNode votes = specialist.send("GET", "/api/v1/help/votes").expectSuccess().json();
        votes.forEach(vote -> assertTrue("once", !vote.get("textId").asText().equals("video") || vote.get("helpful").asInt() == 0
                && vote.get("unhelpful").asInt() == 1));
        assertTrue(applicant.send("GET", "/api/v1/help/review-time").expectSuccess().json().get("figures").isArray());
        assertEquals("CLOSED", applicant.send("POST", path + "/closing").expectSuccess().json().get("state").asText());
    }

    private static void theChecklistNamesWhatIsMissing(String order) {
        JsonNode list = applicant.send("GET", order + "/checklist").expectSuccess().json();
        List<String> items = new ArrayList<>();
        list.get("items").forEach(item -> items.add(item.get("kind").asText() + " " + item.get("state").asText()));
        assertTrue(items.toString(), items.containsAll(List.of("FIELD DONE", "FIELD LATER", "MATERIAL MISSING", "CONSENT MISSING")));
        String page = applicant.send("GET", order + "/checklist/page?lang=zh").expectSuccess().text();
        assertTrue(page, page.startsWith("<!DOCTYPE html>") && page.contains("备案清单") && !page.contains("<script"));
    }

    private static void theTimeThatTheFilingTookIsGivenBack(String order) throws Exception {
        String calendar = applicant.send("GET", "/api/v1/me/deadlines.ics").expectSuccess().text();
        assertTrue(calendar, calendar.contains("public-security-filing"));
        String path = "/api/v1/orders/" + order + "/compensation";
        TestServer.await("the booking", PATIENCE, () -> applicant.send("GET", path).json().path("bookedAt").isTextual());
        JsonNode granted = applicant.send("GET", path).expectSuccess().json();
        assertEquals(granted.toString(), List.of("GROSS", "PRE_REVIEW", "cvm"), List.of(granted.get("policy").asText(),
                granted.at("/lines/0/state").asText(), granted.at("/resource/kind").asText()));
        assertTrue(granted.toString(), granted.get("days").asInt() > 0);
        String given = applicant.send("GET", "/api/v1/butler/free-time").expectSuccess().text();
        assertTrue(given, given.contains("filing-" + order));
        String shown = TestServer.shell(server, "beian:compensation-show " + order);
        assertTrue(shown, shown.contains("AUTHORITY_REVIEW"));
    }

    /** The public-security filing from the prefilled form to the number, in manual mode. */
    private static void filePublicSecurity(String id, String today) {
        String filing = readyFiling(applicant, id);
        passByCode(filing);
        step(filing, NODES.objectNode().put("event", "ORGANIZER_SUBMITTED"), "ORGANIZER_SUBMITTED");
        String version = applicant.send("GET", "/api/v1/public-security/statement").expectSuccess().json().get("version").asText();
        assertEquals("an old version", 422, applicant.send("POST", filing + "/steps",
                NODES.objectNode().put("event", "SITE_SUBMITTED").put("statement", "2001-01")).status());
        step(filing, NODES.objectNode().put("event", "SITE_SUBMITTED").put("statement", version), "SITE_SUBMITTED");
        ObjectNode called = NODES.objectNode().put("event", "INTERVIEW_CALLED");
        called.putObject("appointment").put("at", "2998-12-01T01:30:00Z").put("place", "网安支队").putArray("documents").add("营业执照");
        step(filing, called, "INTERVIEW_REQUIRED");
        String masked = server.as("operator").send("GET", filing).expectSuccess().text();
        assertFalse(masked, masked.contains("科技园路1号101室") || masked.contains("0086-0755-26770001"));
        assertEquals("in clear for the applicant alone", 403, server.as("specialist").send("GET", filing + "/sheet").status());
        assertTrue(applicant.send("GET", filing + "/sheet").expectSuccess().text().contains("0086-0755-26770001"));
        step(filing, NODES.objectNode().put("event", "NUMBER_ISSUED").put("number", "粤公网安备44030502000001号").put("grantedOn", today),
                "NUMBER_ISSUED");
    }

    /** The way by data code fails, so that the case goes on by hand. */
    private static void passByCode(String filing) {
        String consent = applicant.send("GET", "/api/v1/public-security/data-code/consent").expectSuccess().json().get("version").asText();
        ObjectNode ask = NODES.objectNode().put("event", "CODE_ASKED").put("statement", consent);
        assertEquals("his consent, not the staff's", 403, server.as("operator").send("POST", filing + "/steps", ask).status());
        step(filing, ask, "DUE");
        String issued = server.as("operator").send("POST", filing + "/steps", NODES.objectNode().put("event", "CODE_ISSUED")
                .put("number", "DATA-CODE-77")).expectSuccess().text();
        assertFalse(issued, issued.contains("DATA-CODE-77"));
        assertEquals("DATA-CODE-77", applicant.send("GET", filing).expectSuccess().json().at("/passing/dataCode").asText());
        step(filing, NODES.objectNode().put("event", "CODE_FAILED").put("reason", "平台未接收"), "DUE");
    }

    /** Begins a case and fills in what only the platform asks. */
    static String readyFiling(RestClient applicant, String id) {
        ObjectNode begin = NODES.objectNode().put("siteId", id);
        JsonNode fresh = applicant.send("POST", "/api/v1/public-security/cases", begin).expectSuccess().json();
        String filing = "/api/v1/public-security/cases/" + id;
        assertEquals("the filing knows the subject", "ENTERPRISE", fresh.at("/form/organizer/nature").asText());
        Reply early = applicant.send("POST", filing + "/steps", NODES.objectNode().put("event", "ORGANIZER_SUBMITTED"));
        assertEquals(early.text(), 422, early.status());
        ObjectNode form = fresh.get("form").deepCopy();
        ((ObjectNode) form.at("/person")).put("address", "广东省深圳市南山区粤海街道科技园路1号101室");
        ((ObjectNode) form.at("/person/principal")).put("officePhone", "0086-0755-26770001");
        ObjectNode site = (ObjectNode) form.get("site");
        site.put("interactive", true).put("name", "示例科技");
        site.putObject("access").put("overseas", false).put("provinceId", "440000").put("name", "示例云");
        site.putObject("registrar").put("overseas", false).put("provinceId", "110000").put("name", "示例域名");
        applicant.send("PUT", filing + "/form", form).expectSuccess();
        List<String> open = new ArrayList<>();
        applicant.send("GET", filing + "/findings").expectSuccess().json().forEach(finding -> open.add(finding.toString()));
        assertEquals(List.of(), open);
        return filing;
    }

    private static void step(String filing, ObjectNode step, String state) {
        assertEquals(state, applicant.send("POST", filing + "/steps", step).expectSuccess().json().get("state").asText());
    }

    private static Reply put(String path, String name, String value) {
        return applicant.send("PUT", path, NODES.objectNode().put(name, value));
    }

    private static List<String> inspected(String site) {
        JsonNode report = applicant.send("POST", site + "/inspection", NODES.objectNode()).expectSuccess().json().at("/site/footer");
        List<String> found = new ArrayList<>(List.of(report.get("state").asText()));
        report.get("findings").forEach(finding -> found.add(finding.get("ruleId").asText()));
        return found;
    }

    private static void show(String domain, String name, String footer) throws Exception {
        Path folder = Files.createDirectories(server.home().resolve("data/simulated-sites"));
        Files.writeString(folder.resolve(domain + ".html"), "<html><body><p>" + name + "一段文字。".repeat(80) + "</p><footer>" + footer
                + "</footer></body></html>");
    }

    /** What anybody gets who includes the footer. */
    private static String include(String host) throws Exception {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.base().resolve("/api/v1/footers/" + host)).build(),
                BodyHandlers.ofString());
        assertEquals(answer.body(), 200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertFalse(answer.body().contains("<script"));
        return answer.body();
    }
}
