package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** The flow of a FIRST filing of a website, through the public interface of the running distribution. */
public class FlowIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger SERIALS = new AtomicInteger(200_000);

    private static ServerProcess server;
    private static RestClient applicant;
    private static RestClient specialist;
    private static RestClient operator;
    private static GreenMail mail;

    private final SampleFiling data = new SampleFiling(Place.GUANGDONG, SERIALS.incrementAndGet());

    @BeforeClass
    public static void startMailServer() throws Exception {
        server = TestServer.shared();
        applicant = server.as("applicant");
        specialist = server.as("specialist");
        operator = server.as("operator");
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Path config = server.home().resolve("etc/org.openbeian.channel.email.cfg");
        Files.writeString(config, "host = 127.0.0.1\nport = " + mail.getSmtp().getPort()
                + "\nsecurity = none\nfrom = filing@example.com\n");
    }

    @AfterClass
    public static void stopMailServer() throws Exception {
        Files.delete(server.home().resolve("etc/org.openbeian.channel.email.cfg"));
        mail.stop();
        LogScan.assertNothingPersonal(server);
    }

    @Test
    @Requirement({"T-19", "T-20", "T-108", "A-53", "A-95"})
    public void theRequirementsTellAtEveryStepWhatIsStillMissing() {
        FilingSteps steps = begin(data);
        Set<String> atFirst = missing(steps, "field");
        assertTrue(atFirst.toString(), atFirst.contains("/organizer/name"));
        steps.fillIn();
        assertEquals("all fields are there", Set.of(), missing(steps, "field"));
        assertEquals(Set.of("/organizer", "/organizer/principal"), missing(steps, "material"));
        steps.uploadMaterials();
        assertEquals("all materials are there", Set.of(), missing(steps, "material"));
        assertEquals("the three consents come with the submission", 3, consents(steps));
    }

    @Test
    @Requirement({"A-97", "T-13", "T-97", "T-98"})
    public void aSubmissionIsRefusedWithAllFindingsAtOnce() {
        FilingSteps steps = begin(data);
        ObjectNode wrong = data.principal().put("emergencyContact", "138%08d".formatted(SERIALS.get()))
                .put("certificateNumber", "440305190012311238");
        wrong.set("mobile", wrong.get("emergencyContact"));
        steps.fillIn(wrong);
        Reply refused = applicant.send("POST", steps.path() + "/submission",
                NODES.objectNode().set("consents", NODES.arrayNode()), "If-Match", "*");
        assertEquals(refused.text(), 422, refused.status());
        Set<String> pointers = new TreeSet<>();
        for (JsonNode finding : refused.json().get("findings")) {
            pointers.add(finding.get("pointer").asText());
            assertTrue(finding.toString(), finding.at("/text/zh").asText().length() > 1);
            assertTrue(finding.toString(), finding.at("/text/en").asText().length() > 1);
            assertTrue(finding.toString(), finding.at("/mend/zh").asText().length() > 1);
        }
        assertTrue(pointers.toString(), pointers.contains("/organizer/principal/certificateNumber"));
        assertTrue(pointers.toString(), pointers.contains("/organizer/principal/emergencyContact"));
        assertTrue("the materials too: " + refused.text(), refused.text().contains("unit-certificate"));
        assertTrue("the consents too: " + refused.text(), refused.text().contains("commitment"));
        assertEquals("DRAFT", steps.order().at("/progress/state").asText());
    }

    /** The gate says so within a second of the change; a busy machine is given more. */
    private void assertGate(String expected) throws Exception {
        TestServer.await("the gate to say " + expected, PATIENCE, () -> {
            JsonNode answer = operator.send("GET", "/api/v1/gate?host=www." + data.domain()).expectSuccess().json();
            return (answer.get("decision").asText() + " " + answer.get("reason").asText()).equals(expected);
        });
    }

    @Test
    @Requirement({"W-18", "Q-03", "Q-37", "W-07", "W-29", "T-33", "T-39", "T-40", "T-44", "T-46", "T-48", "T-53", "T-55", "Q-14", "A-101",
        "A-103", "A-106"})
    public void anOrderReachesItsNumberAndEverybodyIsTold() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        steps.uploadMaterials();
        assertGate("BLOCK not-accessed-here");
        steps.submit().expectSuccess();
        assertGate("BLOCK filing-under-way");
        assertEquals("a specialist must phone first", 422,
                specialist.send("POST", steps.path() + "/pass", NODES.objectNode(), "If-Match", "*").status());
        steps.passPreReview();
        JsonNode order = awaitState(steps, "APPROVED");
        assertGate("ALLOW filed");
        String organizer = order.at("/grant/organizerNumber").asText();
        String number = order.at("/grant/serviceNumbers/0").asText();
        assertTrue(organizer, organizer.matches("粤ICP备\\d{10}号"));
        assertEquals(organizer + "-1", number);
        JsonNode entry = operator.send("GET", "/api/v1/register/organizers/"
                + java.net.URLEncoder.encode(organizer, java.nio.charset.StandardCharsets.UTF_8)).expectSuccess().json();
        assertTrue(entry.toString(), entry.toString().contains(data.domain()));
        String footer = applicant.send("GET", steps.path() + "/footer").expectSuccess().json().at("/0/html").asText();
        assertTrue(footer, footer.contains("<a href=\"https://beian.miit.gov.cn/\" target=\"_blank\">"));
        assertTold(steps, Set.of("received", "pre-review-passed", "submitted-to-authority", "authority-approved"));
        assertToldToMachines(steps);
    }

    private static void assertToldToMachines(FilingSteps steps) throws Exception {
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        List<String> types = new ArrayList<>();
        JsonNode page = null;
        do {
            page = applicant.send("GET", "/api/v1/events?limit=20" + (page == null ? "" : "&after=" + page.get("next").asText()))
                    .expectSuccess().json();
            for (JsonNode item : page.get("items")) {
                if (item.at("/event/order").asText().equals(id)) {
                    types.add(item.at("/event/type").asText());
                }
            }
        } while (page.get("more").asBoolean());
        assertEquals("order.created", types.get(0));
        assertEquals("order.approved", types.get(types.size() - 1));
        assertEquals("each once", applicant.send("GET", steps.path() + "/history").json().size(), types.size());
        assertTrue(TestServer.shell(server, "beian:event-types").contains("order.approved"));
    }

    @Test
    @Requirement({"T-39"})
    public void aLostAnswerOfTheAuthorityNeverSendsAnOrderTwice() throws Exception {
        TestServer.shell(server, "beian:simulator-fault-inject LOST_ANSWER 1");
        FilingSteps steps = begin(data);
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        steps.passPreReview();
        awaitState(steps, "APPROVED");
        for (JsonNode acceptance : TestServer.shellJson(server, "beian:simulator-acceptance-list")) {
            assertEquals(acceptance.toString(), 1, acceptance.get("times").asInt());
        }
    }

    @Test
    @Requirement({"T-07"})
    public void aGansuOrderWithAnIdCardOfAnotherProvinceGetsTheFindingOfThatRuleAndNoOther() {
        SampleFiling gansu = new SampleFiling(Place.GANSU, SERIALS.incrementAndGet());
        FilingSteps steps = begin(gansu);
        steps.fillIn(gansu.principal(Place.GUANGDONG));
        steps.uploadMaterials();
        Reply refused = steps.submit();
        assertEquals(refused.text(), 422, refused.status());
        Set<String> rules = new TreeSet<>();
        for (JsonNode finding : refused.json().get("findings")) {
            rules.add(finding.get("ruleId").asText());
            assertTrue(finding.toString(), finding.get("bundle").asText().endsWith("province.gansu"));
            assertTrue(finding.toString(), finding.at("/source/document").asText().length() > 1);
        }
        assertEquals(Set.of("gansu-id-card-elsewhere"), rules);
    }

    @Test
    public void progressComesAsServerSentEvents() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        List<String> events = new ArrayList<>();
        try (java.util.stream.Stream<String> lines = applicant.lines(steps.path() + "/events")) {
            lines.filter(line -> line.startsWith("event:")).limit(2).forEach(events::add);
        }
        assertEquals(2, events.size());
        assertTrue(events.toString(), events.get(0).contains("CREATED"));
    }

    @Test
    public void anotherAccountNeitherSeesNorChangesAnOrder() {
        FilingSteps steps = begin(data);
        Reply mine = applicant.send("GET", steps.path());
        assertEquals(200, mine.status());
        assertEquals("a specialist does not edit an applicant's order", 403,
                specialist.send("PATCH", steps.path(), NODES.objectNode(), "If-Match", "*").status());
        assertEquals("an applicant does not review", 403,
                applicant.send("POST", steps.path() + "/claim", NODES.objectNode(), "If-Match", "*").status());
        assertEquals("an applicant does not run lanes", 403, applicant.send("GET", "/api/v1/lanes").status());
    }

    private static FilingSteps begin(SampleFiling data) {
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        steps.importResource(operator, "applicant", LocalDate.now());
        steps.startDraft();
        return steps;
    }

    @Test
    public void whatRulesRefuseIsOverriddenByTwoAndWhatTheyAskIsClearedBeforeThePass() throws Exception {
        FilingSteps steps = begin(data);
        steps.fillIn();
        ObjectNode site = data.website(data.principal()).put("name", "示例宗教药品文集");
        steps.patch(NODES.objectNode().set("services", NODES.arrayNode().add(site)));
        steps.uploadMaterials();
        assertEquals(422, steps.submit().status());
        String statement = "{\"rule\":\"name-field-drugs\",\"pointer\":\"/services/0/name\",\"reason\":\"A reading club\"}";
        say(specialist, steps, "overrides", statement.replace("/services/0/name", "/nowhere"), 404);
        say(specialist, steps, "overrides", statement, 200);
        String place = statement.replace(",\"reason\":\"A reading club\"", "");
        say(specialist, steps, "overrides/approval", place, 403);
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        assertTrue(TestServer.shell(server, "beian:order-list --proposed").contains(id));
        String done = TestServer.shell(server, "beian:override-approve " + id + " name-field-drugs /services/0/name");
        assertTrue(done, done.contains("Done: order " + id));
        steps.order();
        steps.submit().expectSuccess();
        assertEquals("[]", specialist.send("GET", "/api/v1/orders?proposed=true").expectSuccess().text());
        assertFoundByItsNumbers(id);
        Reply early = say(specialist, steps, "pass", "{}", 422);
        say(specialist, steps, "calls",
                "{\"answered\":true,\"knowsOfFiling\":true,\"lastSixMatch\":true,\"dataConfirmed\":true}", 200);
        assertEquals(early.text(), "call-missing", early.json().get("code").asText());
        Reply asked = say(specialist, steps, "pass", "{}", 422);
        assertEquals(asked.text(), "enquiries-open", asked.json().get("code").asText());
        say(specialist, steps, "clearances", statement.replace("drugs", "religion"), 200);
        say(specialist, steps, "pass", "{}", 200);
        JsonNode said = applicant.send("GET", steps.path() + "/explanation").expectSuccess().json().get("clearances");
        assertEquals(said.toString(), Set.of("name-field-drugs specialist admin", "name-field-religion specialist "),
                Set.of(who(said.get(0)), who(said.get(1))));
        assertTrue(TestServer.shell(server, "beian:audit-list --object order/" + id).contains("override.approve"));
    }

    private void assertFoundByItsNumbers(String id) throws Exception {
        String mobile = data.principal().get("mobile").asText();
        ObjectNode wanted = NODES.objectNode().put("by", "PHONE").put("number", "+86 " + mobile).put("reason", "the applicant called");
        assertEquals(id, specialist.send("POST", "/api/v1/orders/search", wanted).expectSuccess().json().at("/0/id").asText());
        String audited = TestServer.shell(server, "beian:audit-list --action order.search");
        assertTrue(audited, audited.contains("the applicant called") && !audited.contains(mobile));
    }

    private static String who(JsonNode said) {
        return said.get("ruleId").asText() + " " + said.get("by").asText() + " " + said.path("approvedBy").asText();
    }

    static Reply say(RestClient who, FilingSteps steps, String what, String body, int status) {
        Reply reply = who.send("POST", steps.path() + "/" + what, "application/json", body.getBytes(StandardCharsets.UTF_8),
                "If-Match", "*");
        assertEquals(what + ": " + reply.text(), status, reply.status());
        return reply;
    }

    private static Set<String> missing(FilingSteps steps, String kind) {
        Set<String> pointers = new TreeSet<>();
        for (JsonNode need : applicant.send("GET", steps.path() + "/requirements").expectSuccess().json()
                .get("missing")) {
            if (need.get("kind").asText().equals(kind) && need.get("blocking").asBoolean()) {
                pointers.add(need.get("pointer").asText());
            }
        }
        return pointers;
    }

    private static int consents(FilingSteps steps) {
        int count = 0;
        for (JsonNode need : applicant.send("GET", steps.path() + "/requirements").expectSuccess().json()
                .get("missing")) {
            count += need.get("kind").asText().equals("consent") ? 1 : 0;
        }
        return count;
    }

    private static JsonNode awaitState(FilingSteps steps, String state) throws InterruptedException {
        TestServer.await("state " + state + " of " + steps.path(), PATIENCE,
                () -> steps.order().at("/progress/state").asText().equals(state));
        return steps.order();
    }

    private void assertTold(FilingSteps steps, Set<String> expected) throws Exception {
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        for (String channel : List.of("inbox", "email")) {
            TestServer.await("the messages " + expected + " by " + channel, PATIENCE, () -> {
                Set<String> told = new TreeSet<>();
                for (JsonNode delivery : operator.send("GET", "/api/v1/deliveries?order=" + id).json()) {
                    if (delivery.get("channel").asText().equals(channel)
                            && !delivery.at("/result/status").asText().equals("RETRY_LATER")) {
                        told.add(delivery.get("message").asText());
                    }
                }
                return told.containsAll(expected);
            });
        }
        String box = applicant.send("GET", "/api/v1/inbox?limit=200").expectSuccess().text();
        assertTrue(box, box.contains(id));
        String to = data.principal().get("email").asText();
        boolean found = false;
        for (Message message : mail.getReceivedMessages()) {
            found |= message.getAllRecipients()[0].toString().equals(to) && message.getHeader("Message-ID") != null;
        }
        assertTrue("a mail for the principal", found);
        assertFalse("addresses are masked", operator.send("GET", "/api/v1/deliveries?order=" + id).text().contains(to));
    }
}
