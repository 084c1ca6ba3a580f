package org.openbeian.itests;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.time.WorkingCalendar;
import org.openbeian.demo.ServerProcess;
import org.openbeian.itests.faulty.BlankCalendar;
import org.openbeian.testkit.Requirement;

/** The working-day calendar is replaced, and given further years, while the server runs. */
public class CalendarIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE = "org.openbeian.calendar.cn.cfg";

    private ServerProcess server;
    private Path other;

    @Before
    public void findServer() throws Exception {
        server = TestServer.shared();
        other = server.home().resolve("deploy/blank-calendar.jar");
    }

    @After
    public void leaveItAsItWas() throws Exception {
        Files.deleteIfExists(other);
        server.set(FILE, "years", "");
    }

    @Test
    @Requirement({"W-06", "W-30", "T-108"})
    public void anotherCalendarCountsAtOnceAndYearsThatAreNotKnownSaySo() throws Exception {
        // Whatever day the virtual clock shows: these years are made up, for this test alone.
        server.set(FILE, "years", IntStream.rangeClosed(2027, 2040).mapToObj(year -> "\"" + year + ".off=01-01\", \"" + year
            + ".work=\"").collect(Collectors.joining(", ", "[ ", " ]")));
        TestServer.await("the years that were entered", PATIENCE, () -> reservation().isMissingNode());
        TestServer.await("the doctor, who remembers an answer for a moment", PATIENCE, () -> shell("beian:doctor").contains("are known"));
        Path made = FaultyPlugin.write(server.home().resolve("blank-calendar.part"), "org.example.calendar", "1.0.0", BlankCalendar.class,
            WorkingCalendar.class);
        Files.move(made, other, StandardCopyOption.ATOMIC_MOVE);
        TestServer.await("a calendar that knows no year", PATIENCE, () -> reservation().path("zh").asText().contains("按周一至周五推算"));
        String unknown = "are not known here: counted Monday to Friday";
        assertTrue(shell("beian:forecast FIRST 440000").contains(unknown));
        TestServer.await("the doctor again", PATIENCE, () -> shell("beian:doctor").contains(unknown));
        Files.delete(other);
        TestServer.await("the calendar before it", PATIENCE, () -> reservation().isMissingNode());
    }

    private String shell(String command) {
        try {
            return TestServer.shell(server, command);
        } catch (Exception e) {
            throw new IllegalStateException(command, e);
        }
    }

    private JsonNode reservation() {
        return server.as("applicant").send("GET", "/api/v1/forecasts?type=FIRST&province=440000").expectSuccess().json()
            .path("reservation");
    }
}
