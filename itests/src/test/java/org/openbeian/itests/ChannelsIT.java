package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/** Messages on their way to people and machines, through the running distribution. */
public class ChannelsIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MESSAGES = Integer.getInteger("channels.messages", 100);
    private static final String EMAIL = "org.openbeian.channel.email";
    private static final String WEBHOOK = "org.openbeian.channel.webhook";

    /** A channel's bundle is stopped, started and updated while messages are under way, as when an operator replaces it. */
    @Test
    @Requirement({"A-108", "W-07"})
    public void aChannelThatIsUnpluggedAndReplacedLosesNoMessage() throws Exception {
        ServerProcess server = TestServer.shared();
        RestClient applicant = server.as("applicant");
        try (WebhookReceiver receiver = new WebhookReceiver(server)) {
            String endpoint = endpoint(applicant, receiver, "none");
            receiver.millis = Math.max(10, 10_000 / MESSAGES);
            Set<String> sent = new HashSet<>();
            send(applicant, endpoint, MESSAGES / 2, sent);
            TestServer.shell(server, "bundle:stop " + WEBHOOK);
            assertTrue("messages were under way when the bundle stopped", !receiver.keys().containsAll(sent));
            receiver.millis = 5;
            send(applicant, endpoint, MESSAGES / 2, sent);
            String lanes = TestServer.shell(server, "bundle:start " + WEBHOOK, "bundle:update " + WEBHOOK, "beian:lane-list");
            assertTrue(lanes, lanes.contains("channel:webhook"));
            TestServer.await("all messages", PATIENCE.plusMillis(MESSAGES * 100L), () -> receiver.keys().containsAll(sent));
            assertEquals("unsigned or wrongly signed", List.of(), receiver.forged());
            int repeats = receiver.keys().size() - Set.copyOf(receiver.keys()).size();
            System.out.println("ChannelsIT: " + sent.size() + " messages, " + repeats + " came twice, with the same key");
            assertTrue("no more than a batch for each time that the bundle left: " + repeats, repeats <= 2 * 10);
            assertEquals(204, applicant.send("DELETE", "/api/v1/me/endpoints/" + endpoint).status());
        }
    }

    private static void send(RestClient applicant, String endpoint, int messages, Set<String> keys) {
        for (int i = 0; i < messages; i++) {
            keys.add(applicant.send("POST", "/api/v1/me/endpoints/" + endpoint + "/test", NODES.objectNode()).expectSuccess().json()
                    .get("key").asText());
        }
    }

    private static String endpoint(RestClient applicant, WebhookReceiver receiver, String topic) throws InterruptedException {
        ObjectNode wish = NODES.objectNode().put("channel", "webhook").put("name", "receiver").put("address", receiver.address());
        wish.putArray("topics").add(topic);
        JsonNode[] made = new JsonNode[1];
        TestServer.await("the channel", PATIENCE, () -> {
            Reply reply = applicant.send("POST", "/api/v1/me/endpoints", wish);
            made[0] = reply.json();
            return reply.status() == 201;
        });
        receiver.secret(made[0].get("secret").asText());
        String path = "/api/v1/me/endpoints/" + made[0].at("/endpoint/id").asText();
        TestServer.await("a first call, once the server took over that this address may be called", PATIENCE, () -> {
            applicant.send("PUT", path, NODES.objectNode().put("enabled", true)).expectSuccess();
            applicant.send("POST", path + "/test", NODES.objectNode()).expectSuccess();
            LockSupport.parkNanos(200_000_000);
            return !receiver.keys().isEmpty();
        });
        return made[0].at("/endpoint/id").asText();
    }

    @Test
    @Requirement({"T-33", "A-99", "A-100"})
    public void aCallComesByAppointment() throws Exception {
        ServerProcess server = TestServer.shared();
        RestClient applicant = server.as("applicant");
        RestClient specialist = server.as("specialist");
        FilingSteps steps = submitted(server, 270_000);
        String plan = steps.path() + "/call-plan";
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        JsonNode before = applicant.send("GET", plan).expectSuccess().json();
        assertEquals("the number that will call", TestServer.CALL_NUMBER, before.path("number").asText());
        assertTold(applicant, id, "received");
        String text = inbox(applicant, id, "received").path("text").toString();
        assertTrue(text, text.contains(TestServer.CALL_NUMBER));
        JsonNode offered = before.get("offered");
        ObjectNode wrong = NODES.objectNode();
        wrong.putArray("windows").add("2020-01-01T00:00:00Z");
        Reply refused = applicant.send("PUT", plan + "/windows", wrong, "If-Match", "*");
        assertEquals(refused.text(), 422, refused.status());
        assertTrue(refused.text(), refused.text().contains("/windows/0"));
        ObjectNode wish = NODES.objectNode();
        wish.putArray("windows").add(offered.at("/1/from")).add(offered.at("/2/from"));
        applicant.send("PUT", plan + "/windows", wish, "If-Match", "*").expectSuccess();
        JsonNode picked = applicant.send("GET", plan).expectSuccess().json();
        assertEquals(offered.get(1), picked.at("/picked/0"));
        assertEquals(offered.at("/1/from"), picked.get("next"));
        assertTold(applicant, id, "call-appointed", "call-reminder");
        String queue = TestServer.shell(server, "beian:review-list", "beian:call-plan " + id);
        assertTrue(queue, queue.contains("picked") && queue.contains(id));
        specialist.send("POST", steps.path() + "/calls", NODES.objectNode().put("answered", false), "If-Match", "*").expectSuccess();
        JsonNode missed = applicant.send("GET", plan).expectSuccess().json();
        assertEquals(1, missed.get("missed").asInt());
        assertTrue(missed.toString(), missed.at("/then/zh").asText().contains("致电") && missed.hasNonNull("next"));
        assertTold(applicant, id, "call-missed");
        withdraw(applicant, steps);
    }

    /** Every change of an order is told to a machine, signed, also what happened while the channel was out; and can be read again. */
    @Test
    @Requirement({"A-108", "W-07"})
    public void machinesHearOfEveryChangeOfAnOrder() throws Exception {
        ServerProcess server = TestServer.shared();
        RestClient applicant = server.as("applicant");
        try (WebhookReceiver receiver = new WebhookReceiver(server)) {
            String endpoint = endpoint(applicant, receiver, "order.*");
            String start = applicant.send("GET", OrderEvents.PATH + "?after=now").expectSuccess().json().get("next").asText();
            OrderEvents events = new OrderEvents(applicant, start, receiver);
            FilingSteps granted = submitted(server, 280_000);
            events.assertHeard(granted);
            TestServer.shell(server, "bundle:stop " + WEBHOOK);
            int heard = receiver.texts().size();
            FilingSteps refused = draft(server, 280_001);
            ObjectNode wish = NODES.objectNode();
            wish.putObject("organizer").put("remark", "#sim:refuse");
            refused.patch(wish);
            refused.submit().expectSuccess();
            assertEquals("nothing came while its bundle was out", heard, receiver.texts().size());
            TestServer.shell(server, "bundle:start " + WEBHOOK);
            granted.passPreReview();
            refused.passPreReview();
            assertEnds(granted, "APPROVED");
            assertEnds(refused, "AUTHORITY_REJECTED");
            events.assertHeardTo(granted, "order.approved");
            events.assertHeardTo(refused, "order.rejected");
            assertEquals("unsigned or wrongly signed", List.of(), receiver.forged());
            events.assertReplayed();
            assertEquals(204, applicant.send("DELETE", "/api/v1/me/endpoints/" + endpoint).status());
        }
    }

    private static void assertEnds(FilingSteps steps, String state) throws InterruptedException {
        TestServer.await(state, PATIENCE, () -> steps.order().at("/progress/state").asText().equals(state));
    }

    /** A jar with nothing but texts, as an operator drops it, is what people read from then on; without it they read ours again. */
    @Test
    @Requirement({"W-07", "Q-14"})
    public void anOperatorsTextsArriveWhileTheirBundleIsThere() throws Exception {
        ServerProcess server = TestServer.shared();
        String subject = "本司备案订单已收到：{domain}";
        String preview = "/api/v1/messages/received/preview?form=inbox&language=zh-CN";
        String ours = server.as("operator").send("GET", preview).expectSuccess().json().get("subject").asText();
        assertTrue(ours, ours.startsWith("备案订单已受理"));
        Path jar = server.home().resolve("deploy/operators-texts.jar");
        deploy(jar, "version: \"2026-11\"\nmessages:\n  received:\n    zh-CN:\n      subject: \"" + subject + "\"\n"
                + "      text: \"订单 {order} 已收到。\"\n");
        TestServer.await("the operator's text", PATIENCE, () -> subject(server, preview).startsWith("本司备案订单已收到"));
        assertSubject(server, 280_010, "本司备案订单已收到");
        Files.delete(jar);
        TestServer.await("our text", PATIENCE, () -> subject(server, preview).equals(ours));
        assertSubject(server, 280_011, "备案订单已受理");
    }

    private static void deploy(Path jar, String yaml) throws IOException {
        Path made = Files.createTempFile(jar.getParent().getParent(), "texts", ".jar.part");
        Manifest manifest = new Manifest(new ByteArrayInputStream(("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n"
                + "Bundle-SymbolicName: com.example.texts\nBundle-Version: 1.0.0\n").getBytes(StandardCharsets.UTF_8)));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(made), manifest)) {
            out.putNextEntry(new JarEntry("OB-INF/messages/ours.yaml"));
            out.write(yaml.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String subject(ServerProcess server, String preview) {
        return server.as("operator").send("GET", preview).expectSuccess().json().get("subject").asText();
    }

    private static void assertSubject(ServerProcess server, int serial, String begin) throws InterruptedException {
        RestClient applicant = server.as("applicant");
        FilingSteps steps = submitted(server, serial);
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        assertTold(applicant, id, "received");
        String subject = inbox(applicant, id, "received").at("/subject/zh").asText();
        assertTrue(subject, subject.startsWith(begin));
        withdraw(applicant, steps);
    }

    private static void withdraw(RestClient applicant, FilingSteps steps) {
        applicant.send("POST", steps.path() + "/withdrawal", NODES.objectNode().put("reason", "test"), "If-Match", "*").expectSuccess();
    }

    private static JsonNode inbox(RestClient applicant, String order, String message) {
        for (JsonNode one : applicant.send("GET", "/api/v1/inbox?limit=100").expectSuccess().json()) {
            if (one.path("orderId").asText().equals(order) && one.path("message").asText().equals(message)) {
                return one;
            }
        }
        return NODES.missingNode();
    }

    private static void assertTold(RestClient applicant, String order, String... messages) throws InterruptedException {
        TestServer.await(String.join(", ", messages), PATIENCE, () -> {
            List<String> told = new ArrayList<>();
            applicant.send("GET", "/api/v1/inbox?limit=100").expectSuccess().json().forEach(message -> {
                if (message.path("orderId").asText().equals(order)) {
                    told.add(message.path("message").asText());
                }
            });
            return told.containsAll(List.of(messages));
        });
    }

    private static FilingSteps submitted(ServerProcess server, int serial) {
        FilingSteps steps = draft(server, serial);
        steps.submit().expectSuccess();
        return steps;
    }

    /** Everything that an order needs to be handed in. */
    private static FilingSteps draft(ServerProcess server, int serial) {
        FilingSteps steps = new FilingSteps(server.as("applicant"), server.as("specialist"), new SampleFiling(Place.GUANGDONG, serial));
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        return steps;
    }

    /** The process is killed after the others took a message and before they answered: nobody can know, so it is sent again. */
    @Test
    @Requirement({"W-07", "A-99"})
    public void whatIsRepeatedAfterACrashCanBeToldFromSomethingNew() throws Exception {
        try (ServerProcess server = TestServer.prepare("channels").withFeature("openbeian-channel-webhook")
                .withFeature("openbeian-channel-sms-smpp"); ForgetfulServers others = new ForgetfulServers();
                WebhookReceiver receiver = new WebhookReceiver(server)) {
            Files.writeString(server.home().resolve("etc/org.openbeian.channel.email.cfg"), "host = 127.0.0.1\nport = "
                    + others.smtpPort() + "\nsecurity = none\nfrom = filing@example.com\n");
            bootWithMistake(server, others);
            endpoint(server.as("applicant"), receiver, "call-missed");
            FilingSteps steps = submitted(server, 1);
            TestServer.await("the first mail", PATIENCE, () -> !others.mails.isEmpty());
            others.mute = true;
            receiver.mute = true;
            server.as("specialist").send("POST", steps.path() + "/calls", NODES.objectNode().put("answered", false), "If-Match", "*")
                    .expectSuccess();
            TestServer.await("mail, SMS and webhook that are taken and not answered for", PATIENCE,
                    () -> !missedCalls(others).isEmpty() && !others.parts.isEmpty() && !missedCalls(receiver).isEmpty());
            assertDelaysNobody(server);
            server.kill();
            String mail = missedCalls(others).get(0);
            String part = others.parts.get(0);
            String key = missedCalls(receiver).get(0);
            others.mails.clear();
            others.parts.clear();
            receiver.keys().clear();
            others.mute = false;
            receiver.mute = false;
            server.start();
            TestServer.awaitReady(server);
            TestServer.await("all of them once more", PATIENCE,
                    () -> others.mails.contains(mail) && others.parts.contains(part) && receiver.keys().contains(key));
            assertEquals("no other mail of it", Set.of(mail), Set.copyOf(missedCalls(others)));
            assertEquals("no other call", Set.of(key), Set.copyOf(missedCalls(receiver)));
            assertKeptForAChannelThatIsOut(server, others);
            LogScan.assertNothingPersonal(server);
        }
    }

    /** What an order makes the server tell its person while the channel's bundle is stopped arrives once it is back. */
    private static void assertKeptForAChannelThatIsOut(ServerProcess server, ForgetfulServers others) throws Exception {
        TestServer.shell(server, "bundle:stop " + EMAIL);
        others.mails.clear();
        FilingSteps steps = submitted(server, 3);
        String id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        assertTold(server.as("applicant"), id, "received");
        assertEquals("no way to send a mail", List.of(), others.mails);
        TestServer.shell(server, "bundle:start " + EMAIL);
        TestServer.await("the mail about order " + id, PATIENCE,
                () -> others.mails.stream().anyMatch(mail -> mail.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT))));
    }

    /** While three channels hang, an order goes on and its account is told by the fourth. */
    private static void assertDelaysNobody(ServerProcess server) throws InterruptedException {
        long start = System.nanoTime();
        FilingSteps other = submitted(server, 2);
        other.passPreReview();
        assertTold(server.as("applicant"), other.path().substring(other.path().lastIndexOf('/') + 1), "received", "pre-review-passed");
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertTrue("an order took " + seconds + " s while channels hang", seconds < 20);
    }

    /** A mistake in the configuration costs one line of the log, and the channel comes once it is mended. */
    private static void bootWithMistake(ServerProcess server, ForgetfulServers others) throws Exception {
        Path centre = server.home().resolve("etc/org.openbeian.channel.sms.smpp.cfg");
        String good = "host = 127.0.0.1\nport = " + others.smppPort()
                + "\nsystem.id = us\n.password = pass\nsource = 106900001234\nsign = 示例\n";
        Files.writeString(centre, good.replace("host = 127.0.0.1", "host = not a host"));
        TestServer.boot(server);
        TestServer.await("what is wrong with the configuration", PATIENCE, () -> !refusals(server).isEmpty());
        assertEquals(List.of(), TestServer.alarms(server, ".*host must be the name or address of an SMS centre; the configuration is"
                + " refused and messages wait"));
        Files.writeString(centre, good);
    }

    private static List<String> refusals(ServerProcess server) {
        try {
            return TestServer.alarms(server, "(?!.*is refused and messages wait).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> missedCalls(WebhookReceiver receiver) {
        return receiver.keys().stream().filter(key -> key.contains(":call-missed:")).toList();
    }

    private static List<String> missedCalls(ForgetfulServers others) {
        return others.mails.stream().filter(mail -> mail.contains("-call-missed-")).toList();
    }
}
