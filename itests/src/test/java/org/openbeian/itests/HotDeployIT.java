package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.testkit.Requirement;

/**
 * Installs, updates, breaks and removes the rules of a province while the server is under load. No request fails; orders of
 * the province wait while its rules are away, and go on when they are back.
 */
public class HotDeployIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger SERIALS = new AtomicInteger(400_000);

    private final AtomicBoolean loading = new AtomicBoolean(true);
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private ServerProcess server;

    @Test
    @Requirement({"T-07", "A-06"})
    public void aProvinceIsInstalledUpdatedBrokenAndRemovedUnderLoad() throws Exception {
        server = TestServer.shared();
        RestClient operator = server.as("operator");
        Path jar = server.home().resolve("deploy/province-gansu.jar");
        RuleBundle gansu = new RuleBundle(Path.of(System.getProperty("gansu.bundle")));
        TestServer.shell(server, "feature:uninstall openbeian-province-gansu");
        awaitServed(operator, false);
        Thread load = new Thread(this::load, "load");
        load.start();
        try {
            gansu.deploy(jar, "1.1.0", UnaryOperator.identity());
            awaitServed(operator, true);
            assertEquals("PRE_REVIEW", submit().get("state"));
            gansu.deploy(jar, "1.1.1", GansuRules::withAnotherRule);
            TestServer.await("the update", PATIENCE, () -> version(operator).equals("1.1.1"));
            assertEquals("gansu-remark-wanted", submit().get("finding"));
            gansu.deploy(jar, "1.1.2", text -> text.replace("organizer.superiorUnit", "organizer.noSuchFact"));
            TestServer.await("the refusal", PATIENCE, () -> candidates().contains("refused"));
            assertTrue(candidates(), candidates().contains("noSuchFact"));
            assertEquals("the version before serves on", "gansu-remark-wanted", submit().get("finding"));
            Files.delete(jar);
            awaitServed(operator, false);
            Submission waiting = submit();
            assertEquals("SUBMITTED", waiting.get("state"));
            assertTrue("the order waits visibly", operator.send("GET", "/api/v1/orders?waiting=true").text()
                    .contains("province-rules-missing"));
            gansu.deploy(jar, "1.1.3", UnaryOperator.identity());
            TestServer.await("the order goes on", PATIENCE,
                    () -> waiting.steps.order().at("/progress/state").asText().equals("PRE_REVIEW"));
            TestServer.await("a real load", Duration.ofSeconds(60), () -> requests.get() > 200 || !failures.isEmpty());
        } finally {
            loading.set(false);
            load.join();
        }
        assertEquals("no request fails", List.of(), failures);
        System.out.println("HotDeployIT: " + requests + " requests under way, none failed");
    }

    /** A submission with its steps and answer. */
    private record Submission(FilingSteps steps, Reply reply) {

        /** The order's state, or the first finding's rule. */
        String get(String what) {
            JsonNode json = reply.json();
            return what.equals("state") ? json.at("/progress/state").asText() : json.at("/findings/0/ruleId").asText();
        }
    }

    private Submission submit() {
        SampleFiling data = new SampleFiling(Place.GANSU, SERIALS.incrementAndGet());
        FilingSteps steps = new FilingSteps(server.as("applicant"), server.as("specialist"), data);
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        return new Submission(steps, steps.submit());
    }

    private void load() {
        RestClient applicant = server.as("applicant");
        while (loading.get()) {
            try {
                SampleFiling data = new SampleFiling(Place.GUANGDONG, SERIALS.incrementAndGet());
                FilingSteps steps = new FilingSteps(applicant, server.as("specialist"), data);
                steps.importResource(server.as("operator"), "applicant", LocalDate.now());
                steps.startDraft();
                steps.fillIn();
                steps.uploadMaterials();
                steps.submit().expectSuccess();
                steps.passPreReview();
                steps.order();
                requests.addAndGet(14);
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        }
    }

    private static void awaitServed(RestClient operator, boolean served) throws InterruptedException {
        TestServer.await("Gansu " + (served ? "served" : "gone"), PATIENCE,
                () -> (operator.send("GET", "/api/v1/provinces/620000").status() == 200) == served);
    }

    private static String version(RestClient operator) {
        return operator.send("GET", "/api/v1/provinces/620000").json().path("bundleVersion").asText();
    }

    private String candidates() {
        try {
            JsonNode all = TestServer.shellJson(server, "beian:province-list");
            ArrayNode gansu = JsonNodeFactory.instance.arrayNode();
            all.forEach(candidate -> {
                if (candidate.toString().contains("620000")) {
                    gansu.add(candidate);
                }
            });
            return gansu.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
