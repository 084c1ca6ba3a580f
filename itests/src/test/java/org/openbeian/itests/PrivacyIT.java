package org.openbeian.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.RestClient.Reply;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.SamplePictures;
import org.openbeian.demo.ServerProcess;

/**
 * What becomes of personal data in a real run of the distribution: nothing of it is readable at rest, a backup brings all of it
 * back, a new master key changes nothing, and an erasure leaves nothing but the chain. The simulated authority keeps what
 * authorities keep, in a folder of its own that is not ours to encrypt; it never runs in production.
 */
@SuppressWarnings("try") // a server is closed before its files are searched, and started once more
public class PrivacyIT {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String NAME = "欧阳密语";
    static final String ADDRESS = "广东省深圳市南山区密语路88号909室";
    private static final String DATASOURCE = "org.ops4j.datasource-openbeian.cfg";

    private final SampleFiling data = new SampleFiling(Place.GUANGDONG, 800_017);
    private final ObjectNode principal = data.principal().put("name", NAME).put("certificateAddress", ADDRESS);
    private FilingSteps steps;
    private String id;

    @Test
    public void nothingIsReadableAtRestAndAllComesBackOnTheEmbeddedDatabase() throws Exception {
        try (ServerProcess server = TestServer.prepare("privacy"); ServerProcess fresh = TestServer.prepare("privacy-restored")) {
            TestServer.boot(server);
            file(server);
            Path backup = server.home().resolve("backup");
            backUp(server, backup);
            fileAnother(server);
            restore(server, fresh, backup);
            changeTheMasterKey(server);
            server.close();
            assertNothingReadable(server, server.home().resolve("data"), backup, fresh.home().resolve("data"));
            TestServer.boot(server);
            erase(server);
        }
    }

    @Test
    public void nothingIsReadableAtRestAndAllComesBackOnPostgres() throws Exception {
        Path files = Files.createTempDirectory("openbeian-postgres");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setDataDirectory(files.resolve("data"))
                    .setCleanDataDirectory(false).start();
                EmbeddedPostgres other = EmbeddedPostgres.builder().start();
                ServerProcess server = on(postgres, "privacy-postgres"); ServerProcess fresh = on(other, "privacy-postgres-restored")) {
            TestServer.boot(server);
            file(server);
            Path backup = server.home().resolve("backup");
            backUp(server, backup);
            restore(server, fresh, backup);
            server.close();
            postgres.close();
            assertNothingReadable(server, server.home().resolve("data"), backup, files.resolve("data"));
        } finally {
            TestServer.delete(files);
        }
    }

    private static ServerProcess on(EmbeddedPostgres postgres, String name) throws Exception {
        return TestServer.prepare(name).set(DATASOURCE, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver")
            .set(DATASOURCE, "url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
            .set(DATASOURCE, "user", "postgres").set(DATASOURCE, "password", "postgres");
    }

    /** Files an order to its end, with mistakes on the way that quote what was entered. */
    private void file(ServerProcess server) throws Exception {
        steps = new FilingSteps(server.as("applicant"), server.as("specialist"), data);
        steps.importResource(server.as("operator"), "applicant", LocalDate.now());
        steps.startDraft();
        id = steps.path().substring(steps.path().lastIndexOf('/') + 1);
        steps.fillIn(principal);
        ObjectNode organizer = NODES.objectNode();
        organizer.putObject("organizer").putObject("legalRepresentative").put("name", NAME);
        steps.patch(organizer);
        server.as("applicant").send("PATCH", steps.path(), NODES.objectNode().put(NAME, principal.get("mobile").asText()), "If-Match",
            "*");
        server.as("applicant").send("POST", "/api/v1/orders", NODES.objectNode().put("type", NAME));
        server.as("applicant").send("GET", "/api/v1/orders?state=" + principal.get("certificateNumber").asText());
        assertEquals(422, steps.submit().status());
        steps.uploadMaterials();
        steps.submit().expectSuccess();
        steps.passPreReview();
        TestServer.await("the grant", PATIENCE, () -> steps.order().at("/progress/state").asText().equals("APPROVED"));
    }

    /** An order that is not in the backup. */
    private void fileAnother(ServerProcess server) {
        FilingSteps another = new FilingSteps(server.as("applicant"), server.as("specialist"),
            new SampleFiling(Place.GUANGDONG, 800_018));
        another.startDraft();
    }

    private static void backUp(ServerProcess server, Path backup) throws Exception {
        String said = TestServer.shell(server, "beian:backup " + backup);
        assertTrue(said, said.contains("Done: 1 orders") && said.contains("without keys"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertFalse(Files.exists(backup.resolve("openbeian.vault")));
    }

    /** A fresh server refuses the backup without the keys, and with them holds what the first one held. */
    private void restore(ServerProcess server, ServerProcess fresh, Path backup) throws Exception {
        TestServer.boot(fresh);
        String refused = TestServer.shell(fresh, "beian:restore " + backup);
        assertTrue(refused, refused.contains("lacks the master keys"));
        Files.copy(server.home().resolve("etc/openbeian.vault"), fresh.home().resolve("etc/openbeian.vault"),
            StandardCopyOption.REPLACE_EXISTING);
        String done = TestServer.shell(fresh, "beian:restore " + backup);
        assertTrue(done, done.contains("Done: 1 orders"));
        Files.copy(server.home().resolve("etc/initial-accounts.properties"),
            fresh.home().resolve("etc/initial-accounts.properties"), StandardCopyOption.REPLACE_EXISTING);
        fresh.awaitReady(PATIENCE);
        RestClient before = server.as("applicant");
        RestClient after = fresh.as("applicant");
        JsonNode order = before.send("GET", steps.path()).expectSuccess().json();
        assertEquals("with the accounts of the backup", order, after.send("GET", steps.path()).expectSuccess().json());
        assertEquals(before.send("GET", steps.path() + "/history").json(), after.send("GET", steps.path() + "/history").json());
        assertEquals(1, after.send("GET", "/api/v1/orders").expectSuccess().json().size());
        for (JsonNode material : order.get("materials")) {
            String path = steps.path() + "/materials/" + material.get("id").asText();
            assertArrayEquals(before.send("GET", path).expectSuccess().body(), after.send("GET", path).expectSuccess().body());
        }
        String number = "/api/v1/register/organizers/" + URLEncoder.encode(order.at("/grant/organizerNumber").asText(),
            StandardCharsets.UTF_8);
        assertEquals(server.as("operator").send("GET", number).expectSuccess().json(),
            fresh.as("operator").send("GET", number).expectSuccess().json());
        String verified = TestServer.shell(fresh, "beian:audit-verify");
        assertTrue(verified, verified.contains("all hold") && !verified.contains("fault"));
        Reply draft = after.send("POST", "/api/v1/orders", NODES.objectNode().put("type", "FIRST"));
        assertEquals("it works", 201, draft.status());
    }

    private void changeTheMasterKey(ServerProcess server) throws Exception {
        String before = server.as("admin").send("GET", "/api/v1/keys").expectSuccess().json().get("current").asText();
        assertEquals(202, server.as("admin").send("POST", "/api/v1/keys/rotation", NODES.objectNode()).status());
        TestServer.await("the change of the master key", PATIENCE,
            () -> server.as("admin").send("GET", "/api/v1/keys").expectSuccess().json().get("remaining").asInt() == 0);
        String said = TestServer.shell(server, "beian:key-retire " + before);
        assertTrue(said, said.contains("Done: the master key " + before + " is gone."));
        assertEquals(NAME, steps.order().at("/organizer/principal/name").isMissingNode()
            ? steps.order().at("/application/organizer/principal/name").asText() : steps.order().at("/organizer/principal/name").asText());
    }

    private void assertNothingReadable(ServerProcess server, Path... more) throws Exception {
        byte[] picture = SamplePictures.card("portrait");
        PlantedValues planted = new PlantedValues().text("name", NAME).text("address", ADDRESS)
            .bytes("picture", Arrays.copyOfRange(picture, picture.length / 2, picture.length / 2 + 48));
        for (String field : new String[] {"certificateNumber", "mobile", "emergencyContact", "email"}) {
            planted.text(field, principal.get(field).asText());
        }
        Path[] roots = Arrays.copyOf(more, more.length + 1);
        roots[more.length] = server.home().resolve("etc");
        assertEquals(Set.of(), planted.traces(file -> !isTheAuthoritys(file), roots));
        assertFalse("the search finds what is there", new PlantedValues().text("domain", data.domain())
            .traces(file -> !isTheAuthoritys(file), roots).isEmpty());
    }

    private static boolean isTheAuthoritys(Path file) {
        return file.toString().contains("/data/simulator/") || file.toString().endsWith(".jar");
    }

    private void erase(ServerProcess server) throws Exception {
        RestClient operator = server.as("operator");
        ObjectNode wish = NODES.objectNode().put("kind", "ORDER").put("id", id).put("reason", "asked for by letter");
        Reply erased = operator.send("POST", "/api/v1/erasures", wish);
        assertEquals(erased.text(), 201, erased.status());
        assertEquals(64, erased.json().get("hash").asText().length());
        assertTrue(erased.text(), erased.json().get("keys").has(id));
        assertEquals(410, server.as("applicant").send("GET", steps.path()).status());
        assertEquals("its row stays in the list", 2, server.as("applicant").send("GET", "/api/v1/orders").json().size());
        assertEquals(409, operator.send("POST", "/api/v1/erasures", wish).status());
        String verified = TestServer.shell(server, "beian:audit-verify");
        assertTrue(verified, verified.contains("all hold") && !verified.contains("fault"));
        assertTrue(TestServer.shell(server, "beian:erasure-list").contains("asked for by letter"));
        assertEquals(List.of(), TestServer.alarms(server, "nothing is expected"));
    }
}
