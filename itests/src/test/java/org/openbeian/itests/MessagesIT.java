package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

/** What people choose, and which way a message goes when an SMS does not arrive: with a mail server and an SMS centre. */
public class MessagesIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int INVALID_DESTINATION = 0x0b;
    private static final String PREFERENCES = "/api/v1/me/preferences";

    private static ServerProcess server;
    private static ForgetfulServers others;

    /** The account has an address of its own; no receipt ever comes from the SMS centre. */
    @BeforeClass
    public static void boot() throws Exception {
        others = new ForgetfulServers();
        server = TestServer.prepare("messages").withFeature("openbeian-channel-sms-smpp");
        Files.writeString(server.home().resolve("etc/org.openbeian.channel.email.cfg"), "host = 127.0.0.1\nport = "
                + others.smtpPort() + "\nsecurity = none\nfrom = filing@example.com\n");
        Files.writeString(server.home().resolve("etc/org.openbeian.channel.sms.smpp.cfg"), "host = 127.0.0.1\nport = "
                + others.smppPort() + "\nsystem.id = us\n.password = pass\nsource = 106900001234\nsign = 示例\n");
        TestServer.boot(server);
        ObjectNode profile = NODES.objectNode().put("active", true).put("email", "owner@example.com");
        profile.putArray("roles").add("APPLICANT");
        server.as("admin").send("PUT", "/api/v1/accounts/applicant", profile, "If-Match", "*").expectSuccess();
        RestClient operator = server.as("operator");
        TestServer.await("the SMS channel", PATIENCE,
                () -> operator.send("GET", "/api/v1/plugins").expectSuccess().text().contains("sms-smpp"));
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
        others.close();
    }

    @Test
    @Requirement({"W-07", "A-108", "A-99"})
    public void whoSwitchesAWayOffIsToldWhatIsMandatoryAllTheSame() throws Exception {
        RestClient applicant = server.as("applicant");
        ObjectNode wrong = choice("inbox");
        wrong.putArray("messagesOff").add("call-missed");
        Reply refused = applicant.send("PUT", PREFERENCES, wrong);
        assertEquals(refused.text(), 422, refused.status());
        assertEquals(Set.of("/formsOff", "/messagesOff"), texts(refused.json().get("findings"), "pointer"));
        assertTrue(refused.text(), refused.text().contains("该消息不能关闭：call-missed")
                && refused.text().contains("This message cannot be switched off: call-missed"));
        assertEquals("nothing of it is kept", 0,
                applicant.send("GET", PREFERENCES).expectSuccess().json().get("formsOff").size());
        choose(applicant, "+86 138-0000-0011", choice("sms"));
        choose(applicant, "zhang11@example.com", choice("email"));
        FilingSteps steps = submitted(11);
        appoint(applicant, steps);
        missCall(steps);
        TestServer.await("the SMS and the mail about a missed call", PATIENCE, () -> told(steps, "sms-smpp", "call-missed").isPresent()
                && told(steps, "email", "call-missed").isPresent());
        assertEquals("138******11", told(steps, "sms-smpp", "call-missed").orElseThrow().get("maskedAddress").asText());
        assertFalse("what was told before them", told(steps, "sms-smpp", "call-appointed").isPresent());
        assertFalse("by neither way", told(steps, "email", "call-appointed").isPresent());
        assertTrue("but where it can be found again", told(steps, "inbox", "call-appointed").isPresent());
        withdraw(applicant, steps);
        Set<String> channels = texts(server.as("operator").send("GET", "/api/v1/service-levels?by-channel=true").expectSuccess()
                .json(), "channel");
        assertTrue(channels.toString(), channels.containsAll(Set.of("inbox", "email", "sms-smpp")));
    }

    /** All but one minute of the day is quiet: that is when an SMS comes that can wait. */
    @Test
    @Requirement({"W-07", "A-108"})
    public void whatCanWaitComesAfterTheQuietHours() throws Exception {
        RestClient applicant = server.as("applicant");
        choose(applicant, "13800000012", choice().put("quietFrom", "00:00").put("quietTo", "23:59"));
        FilingSteps steps = submitted(12);
        appoint(applicant, steps);
        TestServer.await("the SMS", PATIENCE, () -> told(steps, "sms-smpp", "call-appointed").isPresent());
        assertEquals(LocalTime.of(23, 59), time(told(steps, "sms-smpp", "call-appointed").orElseThrow()));
        withdraw(applicant, steps);
    }

    /** One that is taken and whose receipt does not come, and one that is refused: both go on to the account by mail. */
    @Test
    @Requirement({"W-07", "Q-14", "A-99"})
    public void anSmsThatDoesNotArriveGoesItsNextWay() throws Exception {
        RestClient applicant = server.as("applicant");
        FilingSteps passed = submitted(13);
        passed.passPreReview();
        TestServer.await("a mail instead", PATIENCE, () -> instead(passed, "pre-review-passed").isPresent());
        JsonNode sms = told(passed, "sms-smpp", "pre-review-passed").orElseThrow();
        assertEquals("SENT", sms.at("/result/status").asText());
        JsonNode mail = instead(passed, "pre-review-passed").orElseThrow();
        assertEquals("o***@example.com", mail.get("maskedAddress").asText());
        assertEquals("ACCEPTED", mail.at("/result/status").asText());
        assertEquals(sms.get("key").asText() + ">email", mail.get("key").asText());
        long minutes = Duration.between(at(sms), at(mail)).toMinutes();
        assertTrue("a quarter of an hour was waited: " + minutes, minutes >= 15);
        FilingSteps missed = submitted(14);
        others.status = INVALID_DESTINATION;
        missCall(missed);
        TestServer.await("a mail instead", PATIENCE, () -> instead(missed, "call-missed").isPresent());
        others.status = 0;
        JsonNode refused = told(missed, "sms-smpp", "call-missed").orElseThrow();
        assertEquals("REFUSED", refused.at("/result/status").asText());
        assertTrue("the provider's reason", refused.at("/result/detail").asText().contains("b"));
        String list = TestServer.shell(server, "beian:delivery-list " + id(missed));
        assertTrue(list, list.contains("REFUSED") && list.contains("o***@example.com"));
        JsonNode own = applicant.send("GET", "/api/v1/me/deliveries?limit=1000").expectSuccess().json();
        assertTrue(texts(own, "key").contains(instead(missed, "call-missed").orElseThrow().get("key").asText()));
        withdraw(applicant, missed);
    }

    private static ObjectNode choice(String... formsOff) {
        ObjectNode choice = NODES.objectNode();
        ArrayNode off = choice.putArray("formsOff");
        List.of(formsOff).forEach(off::add);
        return choice;
    }

    private static void choose(RestClient applicant, String address, JsonNode choice) {
        applicant.send("PUT", PREFERENCES + "/persons", NODES.objectNode().put("address", address).set("choice", choice)).expectSuccess();
    }

    private static void appoint(RestClient applicant, FilingSteps steps) {
        String plan = steps.path() + "/call-plan";
        ObjectNode wish = NODES.objectNode();
        wish.putArray("windows").add(applicant.send("GET", plan).expectSuccess().json().at("/offered/2/from"));
        applicant.send("PUT", plan + "/windows", wish, "If-Match", "*").expectSuccess();
    }

    private static void missCall(FilingSteps steps) {
        server.as("specialist").send("POST", steps.path() + "/calls", NODES.objectNode().put("answered", false), "If-Match", "*")
                .expectSuccess();
    }

    /** The first try of a message over a channel, that is not instead of another. */
    private static Optional<JsonNode> told(FilingSteps steps, String channel, String message) {
        return tries(steps).filter(one -> one.get("channel").asText().equals(channel) && one.get("message").asText().equals(message)
                && !one.get("key").asText().contains(">")).findFirst();
    }

    private static Optional<JsonNode> instead(FilingSteps steps, String message) {
        return tries(steps).filter(one -> one.get("message").asText().equals(message) && one.get("key").asText().contains(">"))
                .findFirst();
    }

    private static Stream<JsonNode> tries(FilingSteps steps) {
        JsonNode list = server.as("operator").send("GET", "/api/v1/deliveries?order=" + id(steps)).expectSuccess().json();
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Set<String> texts(JsonNode list, String field) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.path(field).asText()));
        return texts;
    }

    private static Instant at(JsonNode delivery) {
        return Instant.parse(delivery.get("at").asText());
    }

    private static LocalTime time(JsonNode delivery) {
        return at(delivery).atZone(ZoneId.of("Asia/Shanghai")).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private static String id(FilingSteps steps) {
        return steps.path().substring(steps.path().lastIndexOf('/') + 1);
    }

    private static void withdraw(RestClient applicant, FilingSteps steps) {
        applicant.send("POST", steps.path() + "/withdrawal", NODES.objectNode().put("reason", "test"), "If-Match", "*").expectSuccess();
    }

    private static FilingSteps submitted(int serial) {
        FilingSteps steps = new FilingSteps(server.as("applicant"), server.as("specialist"), new SampleFiling(Place.GUANGDONG, serial));
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        return steps;
    }
}
