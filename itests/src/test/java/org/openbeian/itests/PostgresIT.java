package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;

/** The whole distribution on a real PostgreSQL: one configuration file is all that differs. */
public class PostgresIT {

    private static final String FILE = "org.ops4j.datasource-openbeian.cfg";

    @Test
    public void anOrderReachesItsNumberOnPostgresAndSurvivesARestart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").start();
                ServerProcess server = TestServer.prepare("postgres")) {
            server.set(FILE, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver")
                .set(FILE, "url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                .set(FILE, "user", "postgres").set(FILE, "password", "postgres");
            TestServer.boot(server);
            FilingSteps steps = new FilingSteps(server.as("applicant"), server.as("specialist"),
                new SampleFiling(Place.GUANGDONG, 700_001));
            steps.importResource(server.as("operator"), "applicant", LocalDate.now());
            steps.startDraft();
            steps.fillIn();
            steps.uploadMaterials();
            steps.submit().expectSuccess();
            steps.passPreReview();
            server.kill();
            TestServer.boot(server);
            TestServer.await("the grant", Duration.ofSeconds(60),
                () -> state(steps).equals("APPROVED"));
            JsonNode order = steps.order();
            assertTrue(order.toString(), order.at("/grant/serviceNumbers/0").asText().matches("粤ICP备\\d{10}号-1"));
            assertTrue(TestServer.shell(server, "beian:doctor").contains("PostgreSQL 16"));
            assertFalse("no embedded database beside it", Files.exists(server.home().resolve("data/h2")));
            assertEquals(java.util.List.of(), TestServer.alarms(server, "nothing is expected"));
        }
    }

    private static String state(FilingSteps steps) {
        return steps.order().at("/progress/state").asText();
    }
}
