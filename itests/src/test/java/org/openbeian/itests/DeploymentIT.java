package org.openbeian.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;
import org.openbeian.itests.faulty.FaultyCheck;
import org.openbeian.testkit.Requirement;

/**
 * Every way to put rules and plugins into a running server, what is wrong with them, and what that costs: on a server of its
 * own, because a plugin ends it. Each test leaves the server without rules of Gansu, as it found it.
 */
public class DeploymentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern BUNDLE_ID = Pattern.compile("Bundle ID: (\\d+)");
    private static final int SWAPS = 100;

    private static ServerProcess server;
    private static RestClient operator;
    private static GansuRules rules;
    private static GansuOrders orders;

    private final List<Long> installed = new ArrayList<>();

    @BeforeClass
    public static void start() throws Exception {
        server = TestServer.prepare("deployment");
        TestServer.boot(server);
        operator = server.as("operator");
        rules = new GansuRules(server);
        orders = new GansuOrders(server);
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @After
    public void tidy() throws Exception {
        rules.clear();
        try (Management management = new Management(server)) {
            for (long bundle : installed) {
                management.uninstall(bundle);
            }
        }
        rules.awaitServing(null);
        TestServer.await("the plugin is gone", PATIENCE, () -> plugin().isMissingNode());
    }

    @Test
    @Requirement({"T-07", "A-06"})
    public void everyWayToDeployServesWithoutAGapAndTheHighestVersionServes() throws Exception {
        Path first = rules.jar("1.1.0");
        Matcher id = BUNDLE_ID.matcher(TestServer.shell(server, "bundle:install -s " + first.toUri()));
        assertTrue("installed", id.find());
        String bundle = id.group(1);
        rules.awaitServing("1.1.0");
        try (ImpatientApplicant applicant = new ImpatientApplicant(orders)) {
            TestServer.shell(server, "bundle:update " + bundle + " " + rules.jar("1.2.0").toUri());
            rules.awaitServing("1.2.0");
            applicant.awaitJudgedBy("1.2.0");
            TestServer.shell(server, "bundle:update " + bundle + " " + first.toUri());
            rules.awaitServing("1.1.0");
            Path kar = rules.drop("province-gansu.kar", Files.readAllBytes(Path.of(System.getProperty("gansu.kar"))));
            rules.awaitStates(Map.of("1.1.0", "SERVING", GansuRules.BUILT, "SHADOWED"));
            Path bare = rules.dropBare(rules.text("1.4.0"));
            rules.awaitStates(Map.of("1.4.0", "SERVING", "1.1.0", "SHADOWED", GansuRules.BUILT, "SHADOWED"));
            Path jar = rules.dropJar("1.5.0");
            rules.awaitServing("1.5.0");
            applicant.awaitJudgedBy("1.5.0");
            rules.dropBare(rules.text("1.6.0").replace("organizer.nature", "organizer.noSuchFact"));
            rules.awaitStates(Map.of("1.6.0", "REFUSED", "1.5.0", "SERVING", "1.4.0", "SHADOWED", "1.1.0", "SHADOWED",
                    GansuRules.BUILT, "SHADOWED"));
            Files.delete(jar);
            rules.awaitServing("1.4.0");
            applicant.awaitJudgedBy("1.4.0");
            rules.dropBare(rules.text("1.4.1"));
            rules.awaitServing("1.4.1");
            TestServer.await("the note goes", PATIENCE, () -> !Files.exists(GansuRules.note(bare)));
            Files.delete(bare);
            rules.awaitServing("1.1.0");
            TestServer.shell(server, "bundle:uninstall " + bundle, "feature:install " + GansuRules.FEATURE);
            Files.delete(kar);
            rules.awaitStates(Map.of(GansuRules.BUILT, "SERVING"));
            applicant.awaitJudgedBy(GansuRules.BUILT);
        }
        removalParksAnOrderThatGoesOn();
    }

    private static void removalParksAnOrderThatGoesOn() throws Exception {
        String order = orders.draft(Place.GANSU);
        TestServer.shell(server, "feature:uninstall " + GansuRules.FEATURE);
        rules.awaitServing(null);
        assertEquals("SUBMITTED", orders.submit(order).expectSuccess().json().at("/progress/state").asText());
        String waiting = TestServer.shell(server, "beian:order-list --waiting", "feature:install " + GansuRules.FEATURE);
        assertTrue(waiting, waiting.contains("province-rules-missing"));
        TestServer.await("the order goes on", PATIENCE, () -> orders.state(order).equals("PRE_REVIEW"));
        TestServer.shell(server, "feature:uninstall " + GansuRules.FEATURE);
    }

    @Test
    public void aFileThatIsWrongOrMaliciousIsRefusedWithANoteAndTheServerAnswersOn() throws Exception {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : BadRuleFiles.of(rules.text("2.0.0")).entrySet()) {
            files.put(file.getKey(), rules.drop("bad-" + files.size() + ".province.yaml", file.getValue()));
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path note = GansuRules.note(file.getValue());
            TestServer.await("a note that says " + file.getKey(), PATIENCE, () -> {
                assertEquals("the server answers on", 200, operator.send("GET", "/api/v1/provinces/440000").status());
                return Files.exists(note) && read(note).contains(file.getKey());
            });
            assertTrue(read(note), read(note).startsWith("line "));
        }
        String listed = TestServer.shell(server, "beian:province-list");
        files.keySet().forEach(reason -> assertTrue(reason + " in " + listed, listed.contains(reason)));
        assertEquals("none serves", 404, operator.send("GET", "/api/v1/provinces/620000").status());
        rules.clear();
        for (Path file : files.values()) {
            TestServer.await("the note of " + file + " goes", PATIENCE, () -> !Files.exists(GansuRules.note(file)));
        }
    }

    @Test
    public void aRegularExpressionThatWouldExplodeRunsInLinearTime() throws Exception {
        String exploding = GansuRules.withAnotherRule(rules.text("2.1.0"))
                .replace("{organizer.remark: {present: true}}", "{organizer.remark: {matches: '(a|a)*(a*)*b'}}")
                .replace("{pass: {organizer.remark: 备注}}, {fail: {}}",
                    "{pass: {organizer.remark: aab}}, {fail: {organizer.remark: aac}}");
        rules.dropBare(exploding);
        rules.awaitServing("2.1.0");
        String order = orders.draft(Place.GANSU);
        orders.remark(order, "a".repeat(200));
        assertFindings(List.of("gansu-remark-wanted"), orders.submit(order));
    }

    @Test
    public void aCandidateIsTriedBeforeItCounts() throws Exception {
        install(rules.jar("1.1.0"));
        rules.awaitServing("1.1.0");
        String order = orders.draft(Place.GANSU);
        assertEquals("PRE_REVIEW", orders.submit(order).expectSuccess().json().at("/progress/state").asText());
        String etag = operator.send("GET", order).etag();
        byte[] candidate = GansuRules.withAnotherRule(rules.text("1.2.0")).getBytes(UTF_8);
        triedOverRest(candidate, order);
        triedInTheShell(rules.write("candidate.province.yaml", candidate), order.substring(order.lastIndexOf('/') + 1));
        assertEquals("untouched", etag, operator.send("GET", order).etag());
    }

    private static void triedOverRest(byte[] candidate, String order) throws Exception {
        assertEquals(0, trial("check", candidate).at("/problems").size());
        JsonNode problem = trial("check", "format: 1\nprovince: [".getBytes(UTF_8)).at("/problems/0");
        assertTrue(problem.toString(), problem.get("line").asInt() > 0 && problem.get("column").asInt() > 0);
        String changes = trial("diff", candidate).at("/changes").toString();
        assertTrue(changes, changes.contains("{\"section\":\"rules\",\"id\":\"gansu-remark-wanted\",\"how\":\"added\""));
        String replay = "/api/v1/rules/replays/" + trial("replays", candidate).get("id").asText();
        TestServer.await("the end of the replay", PATIENCE,
                () -> operator.send("GET", replay).json().get("state").asText().equals("done"));
        JsonNode verdicts = operator.send("GET", replay).json();
        assertEquals(verdicts.get("total"), verdicts.get("judged"));
        List<String> come = new ArrayList<>();
        verdicts.get("changes").forEach(change -> {
            if (order.endsWith(change.get("orderId").asText())) {
                change.get("come").forEach(finding -> come.add(finding.asText()));
            }
        });
        assertEquals(List.of("BLOCK gansu-remark-wanted /organizer/remark"), come);
        assertTrue(operator.send("GET", "/api/v1/rules/facts").expectSuccess().text().contains("organizer.remark"));
    }

    private static JsonNode trial(String what, byte[] file) {
        return operator.send("POST", "/api/v1/rules/" + what, "application/yaml", file).expectSuccess().json();
    }

    private static void triedInTheShell(Path candidate, String order) throws Exception {
        String said = TestServer.shell(server, "beian:rules-check " + candidate, "beian:rules-diff " + candidate,
                "beian:rules-replay " + candidate, "beian:facts organizer.re", "beian:plugin-list",
                "beian:order-explain --all " + order);
        for (String expected : List.of("Good: province 620000", "Province 620000: version 1.2.0 against 1.0.0 in force",
                "gansu-remark-wanted", "[########################################]", "is done: version 1.2.0", order,
                "organizer.remark", "org.openbeian.province.gansu", "gansu-id-card-elsewhere")) {
            assertTrue(expected + " in " + said, said.contains(expected));
        }
        Process outside = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                server.home().resolve("contrib/rules-check-cli.jar").toString(), candidate.toString()).start();
        String told = new String(outside.getInputStream().readAllBytes(), UTF_8);
        assertTrue(told, told.contains("good: province 620000, version 1.2.0"));
        assertEquals(0, outside.waitFor());
    }

    @Test
    public void aPluginThatThrowsHangsOrAnswersNullCostsAFindingAndIsShown() throws Exception {
        install(rules.jar("1.1.0"));
        install(FaultyPlugin.write(rules.write("faulty.jar", new byte[0]), "1.0.0"));
        rules.awaitServing("1.1.0");
        TestServer.await("the plugin", PATIENCE, () -> plugin().path("state").asText().equals("SERVING"));
        String order = orders.draft(Place.GANSU);
        for (String fault : List.of("throw", "null", "hang")) {
            orders.remark(order, fault);
            JsonNode finding = assertFindings(List.of("plugin-failed"), orders.submit(order));
            assertTrue(finding.toString(), finding.at("/text/en").asText().contains(FaultyCheck.ID));
            assertEquals(FaultyPlugin.BUNDLE, finding.get("bundle").asText());
        }
        assertEquals(3, plugin().get("failures").asInt());
        assertTrue(plugin().toString(), plugin().get("failure").asText().contains("no answer within"));
        TestServer.await("it shows in the health", PATIENCE, () -> health().contains(FaultyPlugin.BUNDLE));
        String listed = TestServer.shell(server, "beian:plugin-list", "bundle:stop " + FaultyPlugin.BUNDLE);
        assertTrue(listed, listed.contains(FaultyCheck.ID));
        TestServer.await("the plugin is gone", PATIENCE, () -> plugin().isMissingNode());
        assertEquals("PRE_REVIEW", orders.submit(order).expectSuccess().json().at("/progress/state").asText());
    }

    @Test
    public void aPluginThatEatsTheMemoryEndsTheProcessWhichComesBackWithoutItAndLosesNothing() throws Exception {
        install(rules.jar("1.1.0"));
        install(FaultyPlugin.write(rules.write("faulty.jar", new byte[0]), "1.0.0"));
        rules.awaitServing("1.1.0");
        TestServer.await("the plugin", PATIENCE, () -> plugin().path("state").asText().equals("SERVING"));
        String before = orders.draft(Place.GANSU);
        orders.submit(before).expectSuccess();
        String order = orders.draft(Place.GANSU);
        orders.remark(order, "eat");
        try {
            orders.submit(order);
        } catch (java.io.UncheckedIOException e) {
            assertTrue("the server ends in the middle of it", e.getMessage() != null);
        }
        TestServer.await("the end of the process", Duration.ofSeconds(120), () -> !server.isAlive());
        server.start();
        TestServer.awaitReady(server);
        TestServer.await("the quarantine", PATIENCE, () -> plugin().path("state").asText().equals("QUARANTINED"));
        rules.awaitServing("1.1.0");
        assertEquals("PRE_REVIEW", orders.state(before));
        assertFindings(List.of("plugin-failed"), orders.submit(order));
        TestServer.await("it shows in the health", PATIENCE, () -> health().contains("is quarantined"));
        TestServer.shell(server, "beian:plugin-release " + FaultyPlugin.BUNDLE + " 1.0.0");
        TestServer.await("the plugin is called again", PATIENCE, () -> plugin().path("state").asText().equals("SERVING"));
    }

    @Test
    public void aHundredSwapsLeaveNothingBehindTouchNoOtherBundleAndDisturbNoJudgement() throws Exception {
        Path[] versions = {rules.jar("1.1.0"), rules.jar("1.2.0")};
        Path[] plugins = {FaultyPlugin.write(rules.write("faulty-0.jar", new byte[0]), "1.0.0"),
            FaultyPlugin.write(rules.write("faulty-1.jar", new byte[0]), "1.1.0")};
        long gansu = install(versions[0]);
        long plugin = install(plugins[0]);
        rules.awaitServing("1.1.0");
        try (Management management = new Management(server)) {
            Set<Long> services = management.services();
            List<Long> before = traces(management);
            try (ImpatientApplicant applicant = new ImpatientApplicant(orders)) {
                for (int swap = 1; swap <= SWAPS; swap++) {
                    management.update(gansu, versions[swap % 2].toUri().toString());
                    management.update(plugin, plugins[swap % 2].toUri().toString());
                }
                applicant.awaitJudgedBy("1.2.0");
            }
            rules.awaitStates(Map.of("1.1.0", "SERVING"));
            TestServer.await("nothing more is left than " + before, Duration.ofSeconds(60), () -> {
                List<Long> left = traces(management);
                return left.get(0) <= before.get(0) && left.get(1) <= before.get(1) && left.get(2) <= before.get(2) + 1;
            });
            Set<Long> after = management.services();
            assertEquals("services", services.size(), after.size());
            services.removeAll(after);
            assertEquals("only the two that were swapped were registered anew", 2, services.size());
        }
    }

    /** Class loaders, plugins and their threads; of the latter one is kept for the next call. */
    private static List<Long> traces(Management management) {
        try {
            return List.of(management.alive("org.apache.felix.framework.BundleWiringImpl$BundleClassLoader"),
                    management.alive(FaultyCheck.class.getName()), management.threads("openbeian-plugin-" + FaultyPlugin.BUNDLE));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long install(Path jar) throws Exception {
        try (Management management = new Management(server)) {
            installed.add(management.install(jar.toUri().toString()));
            return installed.get(installed.size() - 1);
        }
    }

    /** The faulty plugin as it stands; missing when it is not there. */
    private static JsonNode plugin() {
        for (JsonNode plugin : operator.send("GET", "/api/v1/plugins").expectSuccess().json()) {
            if (plugin.path("bundle").asText().equals(FaultyPlugin.BUNDLE)) {
                return plugin;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static String health() {
        return operator.send("GET", "/health/ready").text();
    }

    /** The first finding, when they are those of these rules. */
    private static JsonNode assertFindings(List<String> expected, Reply reply) {
        assertEquals(reply.text(), 422, reply.status());
        List<String> found = new ArrayList<>();
        reply.json().get("findings").forEach(finding -> found.add(finding.get("ruleId").asText()));
        assertEquals(reply.text(), expected, found);
        return reply.json().at("/findings/0");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
