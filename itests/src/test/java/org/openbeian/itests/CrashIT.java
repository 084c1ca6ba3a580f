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
 * Kills the server's process again and again while organizers live their lives through all filing types, at an authority that fails
 * now and then. Every acknowledged order must be approved, the authority must have taken each exactly once per round, and nothing may
 * be stuck.
 */
public class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 30);
    private static final int LIVES = Integer.getInteger("crash.lives", 28);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final double FAULTS = 0.05;

    @Test
    @Requirement({"T-39", "T-41", "T-44", "T-59", "A-103"})
    public void everyAcknowledgedOrderReachesItsNumberAlthoughTheServerIsKilled() throws Exception {
        System.out.println("CrashIT: " + KILLS + " kills, " + LIVES + " lives, -Dcrash.seed=" + SEED);
        Random random = new Random(SEED);
        ServerProcess server = TestServer.prepare("crash");
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<ResilientLife> lives = new ArrayList<>();
        List<Future<?>> work = new ArrayList<>();
        Instant clock = Instant.EPOCH;
        try {
            TestServer.boot(server);
            importResources(server);
            for (int kill = 0; kill < KILLS; kill++) {
                while (work.size() < Math.min(LIVES, (kill + 1) * LIVES * 3 / (2 * KILLS) + 1)) {
                    ResilientLife life = new ResilientLife(server.as("applicant"), server.as("specialist"), lives.size());
                    lives.add(life);
                    work.add(clients.submit(life::live));
                }
                boolean whileBooting = random.nextInt(5) == 0;
                if (!whileBooting) {
                    TestServer.awaitReady(server);
                    clock = clockAfter(server, clock);
                    failNowAndThen(server, random.nextLong());
                }
                LockSupport.parkNanos(random.nextInt(2_000) * 1_000_000L);
                server.kill();
                server.start();
            }
            TestServer.awaitReady(server);
            for (Future<?> life : work) {
                life.get();
            }
            clockAfter(server, clock);
            assertAllTakenOnce(server, lives);
            assertThePoliceTakeEachSubmissionOnce(server);
            LogScan.assertNothingPersonal(server);
        } finally {
            clients.shutdownNow();
            server.close();
        }
    }

    /** The process dies before the platform of public security took a submission, and before its answer came. */
    private static void assertThePoliceTakeEachSubmissionOnce(ServerProcess server) throws Exception {
        String domain = ResilientLife.data(0).get(0).domain();
        JsonNode site = null;
        for (JsonNode view : server.as("applicant").send("GET", "/api/v1/sites").expectSuccess().json()) {
            site = view.at("/site/domains/0").asText().equals(domain) ? view.get("site") : site;
        }
        String id = site.get("id").asText();
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

    /** The simulated authority forgets it when it is killed. */
    private static void failNowAndThen(ServerProcess server, long seed) {
        server.as("operator").send("POST", "/api/v1/simulator/faults",
                JsonNodeFactory.instance.objectNode().put("rate", FAULTS).put("seed", seed)).expectSuccess();
    }

    private static void importResources(ServerProcess server) {
        for (int serial = 0; serial < LIVES; serial++) {
            for (SampleFiling data : ResilientLife.data(serial)) {
                new FilingSteps(server.as("applicant"), server.as("specialist"), data)
                        .importResource(server.as("operator"), "applicant", LocalDate.now());
            }
        }
    }

    /** The server's instant, which must not lie before one seen earlier. */
    private static Instant clockAfter(ServerProcess server, Instant earlier) throws Exception {
        Instant now = Instant.parse(TestServer.shellJson(server, "beian:simulator-clock-show").get("now").asText());
        assertFalse("the virtual clock ran back from " + earlier + " to " + now, now.isBefore(earlier));
        return now;
    }

    private static void assertAllTakenOnce(ServerProcess server, List<ResilientLife> lives) throws Exception {
        int orders = 0;
        for (ResilientLife life : lives) {
            orders += life.filings().size();
            assertTrue(life.organizer(), life.organizer().matches("粤ICP备\\d{10}号"));
        }
        RestClient operator = server.as("operator");
        for (JsonNode failure : operator.send("GET", "/api/v1/effects?failed=true").expectSuccess().json()) {
            assertFalse("an effect gave up: " + failure, failure.get("gaveUp").asBoolean());
        }
        JsonNode acceptances = TestServer.shellJson(server, "beian:simulator-acceptance-list");
        assertEquals(orders, acceptances.size());
        for (JsonNode acceptance : acceptances) {
            assertEquals("taken more than once: " + acceptance, 1, acceptance.get("times").asInt());
        }
    }
}
