package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

/**
 * Every channel that we ship, and one that somebody else made, comes into a running server, carries messages to a server of its kind, and
 * goes.
 */
public class ProvidersIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SLOW_MILLIS = 2_500;

    private static ServerProcess server;
    private static CloudServers clouds;
    private static SmsCentre centre;
    private static GreenMail mail;
    private static RestClient applicant;
    private static RestClient specialist;
    private static int serial = 820_000;

    @BeforeClass
    public static void boot() throws Exception {
        clouds = new CloudServers();
        centre = new SmsCentre();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        server = TestServer.prepare("providers");
        config("org.openbeian.outgoing.endpoint-providers.cfg", "address = " + clouds.address(), "internal = true");
        config("org.openbeian.channel.email.cfg", "host = 127.0.0.1", "port = " + mail.getSmtp().getPort(), "security = none",
                "from = filing@example.com");
        config("org.openbeian.channel.sms.smpp.cfg", "host = 127.0.0.1", "port = " + centre.port(), "system.id = beian",
                ".password = pass", "source = 106900001234", "sign = 示例");
        config("org.openbeian.channel.sms.tencent.cfg", "address = " + clouds.address(), "application = 1400006666", "id = AKID-of-test",
                ".key = " + CloudServers.KEY, "sign = 示例", "templates = call-missed=1110001:order;pre-review-passed=1110001:order");
        config("org.openbeian.channel.sms.aliyun.cfg", "address = " + clouds.address(), "id = LTAI-of-test", ".key = " + CloudServers.KEY,
                "sign = 示例", "templates = call-missed=SMS_1:order");
        TestServer.boot(server);
        applicant = server.as("applicant");
        specialist = server.as("specialist");
    }

    private static void config(String file, String... lines) throws IOException {
        Files.writeString(server.home().resolve("etc").resolve(file), String.join("\n", lines) + "\n");
    }

    @AfterClass
    public static void end() throws Exception {
        try {
            assertEquals(List.of(), TestServer.alarms(server, ""));
            assertEquals("unsigned, wrongly signed or malformed", List.of(), clouds.refused());
            LogScan.assertNothingPersonal(server);
        } finally {
            server.close();
            mail.stop();
            centre.close();
            clouds.close();
        }
    }

    /** Installs a feature into the running server for a while. */
    private static void with(String feature, Work work) throws Exception {
        String name = "openbeian-channel-" + feature;
        try (Management management = new Management(server)) {
            assertFalse("not there before", isThere(feature));
            management.installFeature(name);
            TestServer.await("the channel " + feature, PATIENCE, () -> isThere(feature));
            work.run();
            management.uninstallFeature(name);
            TestServer.await("no channel " + feature, PATIENCE, () -> !isThere(feature));
        }
    }

    /** Messages can be shown as a channel carries them while it is there. */
    private static boolean isThere(String channel) {
        Reply reply = server.as("operator").send("GET", "/api/v1/messages/call-missed/preview?form=" + channel);
        assertTrue(reply.text(), reply.status() == 200 || reply.text().contains("form-unknown"));
        return reply.status() == 200;
    }

    /** What is done meanwhile. */
    private interface Work {

        void run() throws Exception;
    }

    /** It comes, carries and goes; and when it takes its time with every message, it holds up nobody else. */
    @Test
    @Requirement({"W-07", "Q-14"})
    public void smsGoByTencentCloud() throws Exception {
        with("sms-tencent", () -> {
            assertMissedCall("sms-tencent", () -> taken(CloudServers.TENCENT), "+86");
            clouds.millis = SLOW_MILLIS;
            assertDelaysNobodyElse();
            clouds.millis = 0;
        });
    }

    @Test
    @Requirement({"W-07", "Q-14"})
    public void smsGoByAlibabaCloud() throws Exception {
        with("sms-aliyun", () -> assertMissedCall("sms-aliyun", () -> taken(CloudServers.ALIYUN), ""));
    }

    @Test
    @Requirement({"W-07", "A-101", "Q-14"})
    public void smsGoByACarriersCentre() throws Exception {
        with("sms-smpp", () -> {
            assertMissedCall("sms-smpp", () -> centre.taken().stream().map(sms -> sms.receiver() + " " + sms.text()).toList(), "86");
            assertEveryPersonIsTold();
        });
    }

    private static List<String> taken(String service) {
        return clouds.taken(service).stream().map(sms -> sms.receiver() + " " + sms.text()).toList();
    }

    /** A missed call is told to the person of the order by this channel. */
    private static void assertMissedCall(String channel, Supplier<List<String>> taken, String code) throws Exception {
        SampleFiling data = new SampleFiling(Place.GUANGDONG, serial++);
        FilingSteps steps = submitted(data);
        miss(steps);
        String number = code + data.principal().get("mobile").asText() + " ";
        TestServer.await("an SMS by " + channel, PATIENCE, () -> taken.get().stream().anyMatch(sms -> sms.startsWith(number)));
        TestServer.await("its record", PATIENCE, () -> deliveries(steps, channel, "call-missed").stream()
                .anyMatch(status -> Set.of("ACCEPTED", "SENT").contains(status)));
        if (channel.equals("sms-smpp")) {
            TestServer.await("its receipt", PATIENCE, () -> deliveries(steps, channel, "call-missed").contains("DELIVERED"));
            assertEquals("as many parts as are counted", records(steps, channel, "call-missed").get(0).at("/result/parts").asInt(),
                    taken.get().stream().filter(sms -> sms.startsWith(number)).count());
        }
        String record = server.as("operator").send("GET", "/api/v1/deliveries?order=" + id(steps)).expectSuccess().text();
        assertFalse("addresses are masked", record.contains(data.principal().get("mobile").asText()));
    }

    /** How the tries of a message about an order ended. */
    private static List<String> deliveries(FilingSteps steps, String channel, String message) {
        return records(steps, channel, message).stream().map(one -> one.at("/result/status").asText()).toList();
    }

    private static List<JsonNode> records(FilingSteps steps, String channel, String message) {
        JsonNode all = server.as("operator").send("GET", "/api/v1/deliveries?order=" + id(steps)).expectSuccess().json();
        return StreamSupport.stream(all.spliterator(), false).filter(one -> one.path("channel").asText().equals(channel)
                && one.path("message").asText().equals(message)).toList();
    }

    /** An address inside is refused at once, unless the operator allows it. */
    private static void assertNothingInsideIsTaken(String channel) {
        for (String inside : List.of("https://127.0.0.1/", "https://localhost/hook", "https://[::1]/", "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/", "http://127.0.0.1:1/")) {
            Reply refused = applicant.send("POST", "/api/v1/me/endpoints", NODES.objectNode().put("channel", channel)
                    .put("name", "inside").put("address", inside));
            assertEquals(inside, 422, refused.status());
            assertTrue(refused.text(), refused.text().contains("address-refused")
                    && refused.json().at("/findings/0/pointer").asText().equals("/address"));
        }
    }

    @Test
    @Requirement({"W-07", "A-108"})
    public void eachChatComesCarriesAndGoes() throws Exception {
        with("wecom", () -> {
            assertRobot(CloudServers.WECOM, "cgi-bin/webhook/send?key=key-of-the-group", null);
            assertNothingInsideIsTaken(CloudServers.WECOM);
        });
        with("dingtalk", () -> assertRobot(CloudServers.DINGTALK, "robot/send?access_token=token-of-the-group", CloudServers.ROBOT));
    }

    private static void assertRobot(String channel, String path, String secret) throws Exception {
        String endpoint = endpoint(channel, path, secret);
        FilingSteps steps = submitted(new SampleFiling(Place.GUANGDONG, serial++));
        TestServer.await("the message about the order by " + channel, PATIENCE, () -> clouds.taken(channel).stream()
                .anyMatch(one -> one.text().contains("备案订单已受理")));
        TestServer.await("its record", PATIENCE, () -> deliveries(steps, channel, "received").contains("ACCEPTED"));
        assertEquals(204, applicant.send("DELETE", "/api/v1/me/endpoints/" + endpoint).status());
    }

    /** Registers an endpoint of the applicant once its channel is there. */
    private static String endpoint(String channel, String path, String secret) throws Exception {
        ObjectNode wish = NODES.objectNode().put("channel", channel).put("name", channel).put("address", clouds.address() + path)
                .put("secret", secret);
        wish.putArray("topics").add("received");
        String[] id = new String[1];
        TestServer.await("the channel " + channel, PATIENCE, () -> {
            Reply reply = applicant.send("POST", "/api/v1/me/endpoints", wish);
            id[0] = reply.status() == 201 ? reply.json().at("/endpoint/id").asText() : null;
            return id[0] != null;
        });
        return id[0];
    }

    /** An operator drops in a bundle of somebody else, an account chooses that way, and without it the rest goes on. */
    @Test
    @Requirement({"W-07", "Q-14"})
    public void aChannelOfSomebodyElseIsDroppedIn() throws Exception {
        Path jar = server.home().resolve("deploy/pager.jar");
        PagerPlugin.drop(jar);
        String endpoint = endpoint("pager", "beep", null);
        FilingSteps steps = submitted(new SampleFiling(Place.GUANGDONG, serial++));
        TestServer.await("the message about the order on the pager", PATIENCE, () -> clouds.taken(CloudServers.PAGER).stream()
                .anyMatch(one -> one.text().startsWith("备案订单已受理") && one.receiver().contains(id(steps))));
        TestServer.await("its record", PATIENCE, () -> deliveries(steps, "pager", "received").contains("ACCEPTED"));
        String own = applicant.send("GET", "/api/v1/me/endpoints/" + endpoint + "/deliveries").expectSuccess().text();
        assertTrue(own, own.contains("\"beep\"") && own.contains("received"));
        String shown = TestServer.shell(server, "beian:delivery-list " + id(steps), "beian:delivery-statistics");
        assertTrue(shown, shown.contains("pager"));
        Files.delete(jar);
        TestServer.await("the channel to leave", PATIENCE, () -> applicant.send("POST", "/api/v1/me/endpoints", NODES.objectNode()
                .put("channel", "pager").put("name", "n").put("address", clouds.address())).text().contains("channel-unknown"));
        int heard = clouds.taken(CloudServers.PAGER).size();
        FilingSteps next = submitted(new SampleFiling(Place.GUANGDONG, serial++));
        assertTold(next, "inbox", "received");
        assertTold(next, "email", "received");
        PagerPlugin.drop(jar);
        TestServer.await("what waited for the bundle", PATIENCE, () -> clouds.taken(CloudServers.PAGER).size() > heard);
        assertEquals(204, applicant.send("DELETE", "/api/v1/me/endpoints/" + endpoint).status());
        Files.delete(jar);
    }

    private static void assertTold(FilingSteps steps, String channel, String message) throws Exception {
        TestServer.await(message + " by " + channel, PATIENCE, () -> deliveries(steps, channel, message).stream()
                .anyMatch(status -> Set.of("ACCEPTED", "DELIVERED").contains(status)));
    }

    /** Who is in charge of the second website is told as well as who is in charge of the organizer, each at the own addresses. */
    private static void assertEveryPersonIsTold() throws Exception {
        SampleFiling first = new SampleFiling(Place.GUANGDONG, serial++);
        SampleFiling second = new SampleFiling(Place.GUANGDONG, serial++);
        new FilingSteps(applicant, specialist, second).importResource(server.as("operator"), "applicant", LocalDate.now());
        FilingSteps steps = draft(first);
        steps.fillIn();
        ArrayNode services = (ArrayNode) steps.order().at("/application/services");
        steps.patch(NODES.objectNode().set("services", services.add(second.website(second.principal()).put("name", "示例服务平台"))));
        steps.uploadWhatIsMissing();
        steps.submit().expectSuccess();
        steps.passPreReview();
        for (SampleFiling person : List.of(first, second)) {
            TestServer.await("the SMS to " + person.domain(), PATIENCE, () -> centre.taken().stream()
                    .anyMatch(sms -> sms.receiver().equals("86" + person.principal().get("mobile").asText())));
            TestServer.await("the mail to " + person.domain(), PATIENCE,
                    () -> receivers("初审").contains(person.principal().get("email").asText()));
        }
        assertTold(steps, "inbox", "pre-review-passed");
    }

    private static Set<String> receivers(String subject) {
        try {
            Set<String> receivers = new TreeSet<>();
            for (Message message : mail.getReceivedMessages()) {
                if (message.getSubject().contains(subject)) {
                    receivers.add(message.getAllRecipients()[0].toString());
                }
            }
            return receivers;
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Neither orders nor those who wait for another channel wait for the SMS. */
    private static void assertDelaysNobodyElse() throws Exception {
        List<SampleFiling> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(new SampleFiling(Place.GUANGDONG, serial++));
            miss(submitted(waiting.get(i)));
        }
        Set<String> expected = waiting.stream().map(one -> "+86" + one.principal().get("mobile").asText()).collect(Collectors.toSet());
        long start = System.nanoTime();
        FilingSteps steps = submitted(new SampleFiling(Place.GUANGDONG, serial++));
        steps.passPreReview();
        assertTold(steps, "inbox", "pre-review-passed");
        assertTold(steps, "email", "pre-review-passed");
        boolean waits = !reached().containsAll(expected);
        System.out.println("ProvidersIT: " + (System.nanoTime() - start) / 1_000_000 + " ms for an order while SMS wait");
        assertTrue("SMS were still under way", waits);
        TestServer.await("all SMS in the end", PATIENCE, () -> reached().containsAll(expected));
    }

    private static Set<String> reached() {
        return clouds.taken(CloudServers.TENCENT).stream().map(CloudServers.Taken::receiver).collect(Collectors.toSet());
    }

    private static void miss(FilingSteps steps) {
        specialist.send("POST", steps.path() + "/calls", NODES.objectNode().put("answered", false), "If-Match", "*").expectSuccess();
    }

    private static String id(FilingSteps steps) {
        return steps.path().substring(steps.path().lastIndexOf('/') + 1);
    }

    private static FilingSteps draft(SampleFiling data) {
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        return steps;
    }

    private static FilingSteps submitted(SampleFiling data) {
        FilingSteps steps = draft(data);
        steps.fillIn();
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        return steps;
    }
}
