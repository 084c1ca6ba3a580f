package org.openbeian.aftercare.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.curtain.CurtainAddress;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityForm.Site;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Answer;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.DataPassing;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Declined;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Doubtful;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Outcome;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Submission;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.Taken;
import org.openbeian.api.publicsecurity.PublicSecurityGateway.TryLater;
import org.openbeian.testkit.Requirement;
import org.osgi.framework.BundleException;

public class SimulatorsTest {

    /** Where the simulators write. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Instant now = Instant.parse("2026-11-22T04:00:00Z");
    private Path files;
    private PoliceSimulator police;

    @Before
    public void start() {
        files = folder.getRoot().toPath();
        police = again();
    }

    private PoliceSimulator again() {
        return new PoliceSimulator(new Folder(files), new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void script(String domain, String... lines) throws IOException {
        Files.writeString(files.resolve(domain + ".properties"), String.join("\n", lines));
    }

    private static Submission submission(String key, Part part, String provinceId, boolean interactive) {
        Site site = new Site("示例", "粤ICP备2026000001号-1", List.of("example.com"), LocalDate.parse("2026-11-20"), List.of(), null, null,
            List.of(), interactive, List.of(), false);
        return new Submission(key, part, provinceId, new PublicSecurityForm(null, null, site, null, null, null), null, List.of());
    }

    private Outcome submit(String key, Part part) {
        return police.submit(submission(key, part, "510000", true));
    }

    private List<Event> events(String key) throws IOException {
        return police.answers(key).stream().map(Answer::event).toList();
    }

    @Test
    @Requirement({"T-90", "T-93"})
    public void aSubjectIsApprovedAndAnInteractiveSiteGetsItsNumberAfterAnInterview() throws IOException {
        assertTrue(submit("a", Part.ORGANIZER) instanceof Taken);
        submit("b", Part.SITE);
        police.submit(submission("c", Part.SITE, "520000", false));
        assertEquals(List.of(), events("a"));
        now = now.plus(Duration.ofDays(3));
        police = again();
        assertEquals(List.of(Event.ORGANIZER_APPROVED), events("a"));
        assertEquals(List.of(Event.INTERVIEW_CALLED), events("b"));
        assertEquals("贵公网安备52010002000003号", police.answers("c").get(0).details().number());
        Instant at = police.answers("b").get(0).details().appointment().at();
        assertTrue(at.isAfter(now));
        now = at.plus(Duration.ofDays(1));
        assertEquals(List.of(Event.INTERVIEW_CALLED, Event.NUMBER_ISSUED), events("b"));
        assertEquals("川公网安备51010002000002号", police.answers("b").get(1).details().number());
    }

    @Test
    public void whatItDoesIsScriptedPerDomain() throws IOException {
        script("all", "organizer=approve", "days=0");
        script("example.com", "organizer=return", "site=decline", "reason=no", "days=0");
        submit("a", Part.ORGANIZER);
        assertEquals("no", police.answers("a").get(0).details().reason());
        assertEquals(new Declined("no"), submit("b", Part.SITE));
        assertEquals(Optional.empty(), police.find("b"));
        script("example.com", "site=visit", "days=0");
        submit("c", Part.SITE);
        assertEquals(List.of(Event.VISIT_CALLED), events("c"));
    }

    @Test
    public void dataArePassedOnceForACodeThatComesAfterSomeDaysOrFails() throws IOException {
        assertFalse("by hand unless it is scripted", police.passesData());
        script("all", "code=ISSUE", "days=2", "fault=LOST_ANSWER");
        assertTrue(police.passesData());
        DataPassing passing = new DataPassing("a-code-1", "510000", "蜀ICP备2026000001号-1", new PublicSecurityForm(null, null, null, null,
            null, null));
        assertThrows(IOException.class, () -> police.dataCode(passing));
        assertEquals("not there yet", Optional.empty(), police.dataCode(passing));
        now = now.plus(Duration.ofDays(2));
        police = again();
        assertEquals("SIM-CODE-1", police.dataCode(passing).orElseThrow().code());
        assertEquals("the same", "SIM-CODE-1", police.dataCode(passing).orElseThrow().code());
        script("all", "code=FAIL", "reason=数据不一致");
        assertEquals("数据不一致", police.dataCode(passing).orElseThrow().reason());
    }

    @Test
    public void faultsComeTheFirstTimeAndAKeyIsTakenOnce() throws IOException {
        script("all", "fault=lost-answer", "days=0");
        assertTrue(submit("a", Part.ORGANIZER) instanceof Doubtful);
        police = again();
        assertEquals("it was taken", Optional.of("SIM1"), police.find("a"));
        assertEquals("the same", new Taken("SIM1"), submit("a", Part.ORGANIZER));
        script("all", "fault=LOST_CALL");
        assertTrue(submit("b", Part.ORGANIZER) instanceof Doubtful);
        assertEquals(Optional.empty(), police.find("b"));
        assertThrows(IOException.class, () -> police.answers("b"));
        assertEquals(new Taken("SIM2"), submit("b", Part.ORGANIZER));
        script("all", "fault=BUSY");
        assertTrue(submit("c", Part.ORGANIZER) instanceof TryLater);
        script("all", "fault=DUPLICATE", "days=0");
        submit("d", Part.ORGANIZER);
        assertEquals(List.of("1", "1"), police.answers("d").stream().map(Answer::id).toList());
    }

    @Test
    @Requirement("W-08")
    public void aParcelIsTakenOnceEvenWhenTheAnswerWasLost() throws IOException {
        CourierSimulator courier = new CourierSimulator(new Folder(files));
        CurtainAddress lost = new CurtainAddress("张小明", "深圳市科技园路1号" + CourierSimulator.LOST, "13812345678");
        assertThrows(IOException.class, () -> courier.send("o1-01", lost));
        assertEquals("SIM000000001CN", courier.send("o1-01", lost).tracking());
        assertEquals("SIM000000002CN", courier.send("o1-02", lost(lost)).tracking());
        assertThrows(IOException.class, () -> courier.send("o1-03", new CurtainAddress("张小明", CourierSimulator.NOWHERE, "13812345678")));
        try (var all = Files.list(files)) {
            for (Path file : all.toList()) {
                assertTrue("no name, no address", !Files.readString(file).contains("张小明") && !Files.readString(file).contains("科技园"));
            }
        }
    }

    private static CurtainAddress lost(CurtainAddress like) {
        return new CurtainAddress(like.recipient(), "深圳市科技园路1号", like.phone());
    }

    @Test
    public void theProductionProfileIsRefused() throws BundleException {
        assertThrows(BundleException.class, () -> ProductionGuard.check("production"));
        assertThrows(BundleException.class, () -> ProductionGuard.check("Production"));
        ProductionGuard.check("demo");
        ProductionGuard.check(null);
    }
}
