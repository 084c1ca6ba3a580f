package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
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

/** One server under the profiles of several operators, one after the other. */
public class OperatorProfilesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OWN = """
        id: own
        version: "1"
        name: {zh: 自有云, en: Our Cloud}
        texts:
          - id: terms
            version: "7"
            title: {zh: 自有云条款, en: Terms of Our Cloud}
            body: {zh: 本云条款。, en: Our terms.}
        """;

    private static ServerProcess server;
    private static RestClient applicant;
    private static int serial = 860_000;

    @BeforeClass
    public static void findServer() throws Exception {
        server = TestServer.shared();
        applicant = server.as("applicant");
    }

    @AfterClass
    public static void chooseNone() throws Exception {
        Files.deleteIfExists(server.home().resolve("deploy/own.provider.yaml"));
        choose("", "NONE");
        promised(1);
    }

    @Test
    @Requirement({"W-06", "W-30", "A-98", "E-01", "E-02", "T-02", "Q-31"})
    public void aFilingIsMadeUnderEachExample() throws Exception {
        String page = Files.readString(server.home().resolve("configuration.md"));
        for (Map.Entry<String, Integer> profile : Map.of("tencent-whitepaper", 1, "tencent", 2, "qingcloud", 1, "cecloud", 1)
                .entrySet()) {
            JsonNode shown = choose(profile.getKey(), "IN_FORCE");
            assertEquals(shown.toString(), 0, shown.get("overridden").size());
            shown.at("/profile/settings").forEach(setting -> assertTrue(setting.toString(), keys(page, setting.get("pid").asText())
                    .contains("| " + setting.get("key").asText() + " |")));
            promised(profile.getValue());
            registers(profile.getKey());
            FilingSteps steps = prepared();
            steps.submit().expectSuccess();
            steps.passPreReview();
            TestServer.await("the filing under " + profile.getKey(), PATIENCE, () -> steps.order().at("/progress/state").asText()
                    .equals("APPROVED"));
        }
        String shown = TestServer.shell(server, "beian:provider-show");
        assertTrue(shown, shown.contains("IN_FORCE") && shown.contains("qingcloud"));
    }

    @Test
    @Requirement({"A-97", "W-38", "W-04"})
    public void anOperatorsOwnTermsAreConsentedToAndStayReadable() throws Exception {
        choose("own", "MISSING");
        FilingSteps steps = prepared();
        assertEquals("nobody files under other terms meanwhile", 503, applicant.send("GET", "/api/v1/consents").status());
        Path file = server.home().resolve("deploy/own.provider.yaml");
        Files.writeString(file, OWN);
        awaitState("own", "IN_FORCE");
        ObjectNode old = JsonNodeFactory.instance.objectNode();
        for (String text : new String[] {"privacy", "terms", "commitment"}) {
            old.withArray("consents").addObject().put("text", text).put("version", "2026-11");
        }
        Reply refused = applicant.send("POST", steps.path() + "/submission", old, "If-Match", "*");
        assertEquals(refused.text(), "consent-outdated /consents/terms", refused.json().at("/findings/0/ruleId").asText() + " "
                + refused.json().at("/findings/0/pointer").asText());
        steps.submit().expectSuccess();
        JsonNode given = steps.order().get("consents");
        assertTrue(given.toString(), given.toString().contains("\"version\":\"7\"") && given.at("/1/at").isTextual()
                && given.at("/1/account").asText().equals("applicant") && given.at("/1/address").isTextual());
        JsonNode stages = applicant.send("GET", "/api/v1/flows/FIRST").expectSuccess().json().get("stages");
        assertTrue(stages.toString(), stages.size() > 8 && stages.at("/0/purpose/zh").isTextual());
        Files.delete(file);
        awaitState("own", "MISSING");
        assertEquals("自有云条款", applicant.send("GET", "/api/v1/consents/terms/versions/7").expectSuccess().json().at("/title/zh").asText());
        choose("", "NONE");
        assertEquals(404, applicant.send("GET", "/api/v1/consents/terms/versions/8").status());
    }

    /** A draft with all that its submission needs. */
    private static FilingSteps prepared() {
        FilingSteps steps = new FilingSteps(applicant, server.as("specialist"), new SampleFiling(Place.GUANGDONG, ++serial));
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        return steps;
    }

    private static JsonNode choose(String profile, String state) throws Exception {
        server.set("org.openbeian.provider.cfg", "profile", profile);
        return awaitState(profile, state);
    }

    private static JsonNode awaitState(String profile, String state) throws Exception {
        JsonNode[] last = new JsonNode[1];
        TestServer.await("profile '" + profile + "' is " + state, PATIENCE, () -> {
            last[0] = applicant.send("GET", "/api/v1/provider").expectSuccess().json();
            return last[0].get("chosen").asText().equals(profile) && last[0].get("state").asText().equals(state);
        });
        return last[0];
    }

    /** The configuration reaches its component a moment later. */
    private static void promised(int days) throws Exception {
        TestServer.await("a pre-review within " + days, PATIENCE, () -> {
            for (JsonNode level : server.as("operator").send("GET", "/api/v1/service-levels").expectSuccess().json()) {
                if (level.get("stage").asText().equals("PRE_REVIEW")) {
                    return level.get("promisedWorkingDays").asInt() == days;
                }
            }
            return true;
        });
    }

    private static void registers(String profile) throws Exception {
        String expected = Map.of("tencent", "204", "cecloud", "403 400-080-1100").getOrDefault(profile, "403 ask the operator");
        ObjectNode account = JsonNodeFactory.instance.objectNode().put("name", "newcomer" + serial).put("password",
                "a quiet Garden of 7 pines");
        TestServer.await("registration as " + profile + " says", PATIENCE, () -> {
            Reply reply = applicant.send("POST", "/api/v1/registration", account);
            return expected.startsWith(Integer.toString(reply.status())) && reply.text().contains(expected.substring(3).strip());
        });
    }

    /** The part of the reference page on one configuration. */
    private static String keys(String page, String pid) {
        int start = page.indexOf("## " + pid + ".cfg");
        assertTrue(pid, start >= 0);
        int end = page.indexOf("\n## ", start);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
