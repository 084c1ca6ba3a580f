package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/**
 * Kills the server's process again and again while orders are under way. Every acknowledged order must reach its number,
 * the authority must have taken each exactly once per round, and nothing may be stuck.
 */
public class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 30);
    private static final int ORDERS = Integer.getInteger("crash.orders", 50);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @Test
    @Requirement({"T-39", "T-41", "T-44", "T-59"})
    public void everyAcknowledgedOrderReachesItsNumberAlthoughTheServerIsKilled() throws Exception {
        System.out.println("CrashIT: " + KILLS + " kills, " + ORDERS + " orders, -Dcrash.seed=" + SEED);
        Random random = new Random(SEED);
        ServerProcess server = TestServer.prepare("crash");
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<ResilientFiling> filings = new ArrayList<>();
        List<Future<?>> work = new ArrayList<>();
        Instant clock = Instant.EPOCH;
        try {
            TestServer.boot(server);
            importResources(server);
            for (int kill = 0; kill < KILLS; kill++) {
                while (work.size() < Math.min(ORDERS, (kill + 1) * ORDERS * 3 / (2 * KILLS) + 1)) {
                    ResilientFiling filing = new ResilientFiling(server.as("applicant"), server.as("specialist"),
                            data(filings.size()));
                    filings.add(filing);
                    work.add(clients.submit(filing::fileUntilPassed));
                }
                boolean whileBooting = random.nextInt(5) == 0;
                if (!whileBooting) {
                    TestServer.awaitReady(server);
                    clock = clockAfter(server, clock);
                }
                LockSupport.parkNanos(random.nextInt(2_000) * 1_000_000L);
                server.kill();
                server.start();
            }
            TestServer.awaitReady(server);
            for (Future<?> filing : work) {
                filing.get();
            }
            clockAfter(server, clock);
            assertAllGranted(server, filings);
            assertThePoliceTakeEachSubmissionOnce(server);
            LogScan.assertNothingPersonal(server);
        } finally {
            clients.shutdownNow();
            server.close();
        }
    }

    /** The process dies before the platform of public security took a submission, and before its answer came. */
    private static void assertThePoliceTakeEachSubmissionOnce(ServerProcess server) throws Exception {
        JsonNode site = server.as("applicant").send("GET", "/api/v1/sites").expectSuccess().json().at("/0/site");
        String id = site.get("id").asText();
        String domain = site.at("/domains/0").asText();
        server.as("applicant").send("PUT", "/api/v1/sites/" + id + "/opening", JsonNodeFactory.instance.objectNode().put("openedOn",
                site.get("grantedAt").asText().substring(0, 10))).expectSuccess();
        String filing = SitesIT.readyFiling(server.as("applicant"), id);
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("part", "ORGANIZER");
        killWhileSubmitting(server, filing, part, domain, "SLOW", "calls=1");
        reaches(server, filing, "ORGANIZER_APPROVED");
        assertTrue(submitted(server, id + "-1").contains("taken=1"));
        part.put("part", "SITE").put("statement", server.as("applicant").send("GET", "/api/v1/public-security/statement").expectSuccess()
                .json().get("version").asText());
        killWhileSubmitting(server, filing, part, domain, "SLOW_ANSWER", "taken=1");
        reaches(server, filing, "NUMBER_ISSUED");
        String website = submitted(server, id + "-2");
        assertTrue("asked for, not sent again: " + website, website.contains("taken=1") && website.contains("calls=1"));
    }

    private static void killWhileSubmitting(ServerProcess server, String filing, ObjectNode part, String domain, String fault,
            String seen) throws Exception {
        Path folder = Files.createDirectories(server.home().resolve("data/simulated-police"));
        Files.writeString(folder.resolve(domain + ".properties"), "fault=" + fault + "\ndays=0\n");
        String key = filing.substring(filing.lastIndexOf('/') + 1) + (part.get("part").asText().equals("SITE") ? "-2" : "-1");
        server.as("applicant").send("POST", filing + "/submissions", part).expectSuccess();
        TestServer.await("the call of the platform", Duration.ofSeconds(60), () -> submitted(server, key).contains(seen));
        server.kill();
        server.start();
        TestServer.awaitReady(server);
    }

    private static String submitted(ServerProcess server, String key) {
        Path file = server.home().resolve("data/simulated-police/" + key + ".properties");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reaches(ServerProcess server, String filing, String state) throws Exception {
        TestServer.await(filing + " is " + state, Duration.ofSeconds(120), () -> server.as("applicant").send("GET", filing)
                .expectSuccess().json().get("state").asText().equals(state));
    }

    private static SampleFiling data(int serial) {
        return new SampleFiling(SampleFiling.Place.GUANGDONG, 1_000 + serial);
    }

    private static void importResources(ServerProcess server) {
        for (int serial = 0; serial < ORDERS; serial++) {
            new FilingSteps(server.as("applicant"), server.as("specialist"), data(serial))
                    .importResource(server.as("operator"), "applicant", LocalDate.now());
        }
    }

    /** The server's instant, which must not lie before one seen earlier. */
    private static Instant clockAfter(ServerProcess server, Instant earlier) throws Exception {
        Instant now = Instant.parse(TestServer.shellJson(server, "beian:simulator-clock-show").get("now").asText());
        assertFalse("the virtual clock ran back from " + earlier + " to " + now, now.isBefore(earlier));
        return now;
    }

    private static void assertAllGranted(ServerProcess server, List<ResilientFiling> filings) throws Exception {
        assertEquals(ORDERS, filings.size());
        for (ResilientFiling filing : filings) {
            TestServer.await("the grant of " + filing.path(), Duration.ofSeconds(180),
                    () -> filing.order().at("/progress/state").asText().equals("APPROVED"));
            String number = filing.order().at("/grant/serviceNumbers/0").asText();
            assertTrue(number, number.matches("粤ICP备\\d{10}号-\\d+"));
        }
        RestClient operator = server.as("operator");
        for (JsonNode failure : operator.send("GET", "/api/v1/effects?failed=true").expectSuccess().json()) {
            assertFalse("an effect gave up: " + failure, failure.get("gaveUp").asBoolean());
        }
        JsonNode acceptances = TestServer.shellJson(server, "beian:simulator-acceptance-list");
        assertEquals(ORDERS, acceptances.size());
        for (JsonNode acceptance : acceptances) {
            assertEquals("taken more than once: " + acceptance, 1, acceptance.get("times").asInt());
        }
    }
}
