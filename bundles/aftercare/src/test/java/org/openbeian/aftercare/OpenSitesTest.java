package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.testkit.Requirement;

/** What the rules learn of domains that are new. */
public class OpenSitesTest {

    private static final String PAGE = "https://example.com/";

    private final Desk desk = new Desk().granted();

    private static Circumstances known(OpenSites sites, FilingType type, Order order) {
        return sites.about(new FilingCase("o1", type, order.application(), List.of(), List.of(), "anna", Instant.EPOCH));
    }

    @Test
    @Requirement("Q-04")
    public void theRulesLearnWhetherANewDomainAnswersWithoutWaitingForIt() {
        OpenSites sites = new OpenSites(desk.inspector, desk);
        desk.pages.put(PAGE, "open");
        assertEquals("not known yet", List.of(), known(sites, FilingType.FIRST, desk.order()).domains());
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("true true", state(sites));
        assertEquals(List.of(), known(sites, FilingType.ACCESS, desk.order()).domains());
        desk.pages.clear();
        assertEquals("for an hour", "true true", state(sites));
        desk.now = desk.now.plus(Duration.ofHours(1));
        known(sites, FilingType.FIRST, desk.order());
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("whether it resolves is not known", "null false", state(sites));
        desk.names.put("example.com", List.of("119.29.1.78"));
        desk.now = desk.now.plus(Duration.ofHours(1));
        known(sites, FilingType.FIRST, desk.order());
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("it resolves, and nothing answers there", "true false", state(sites));
        int before = desk.fetched.size();
        assertTrue("from what was seen", before > 0);
        sites.stop();
    }

    @Test
    public void whatCouldNotBeSeenIsProbedAgain() {
        OpenSites sites = new OpenSites(desk.inspector, desk);
        desk.pages.put("why", "NO_ANSWER");
        desk.names.put("example.com", List.of("119.29.1.78"));
        known(sites, FilingType.FIRST, desk.order());
        await(() -> !known(sites, FilingType.FIRST, desk.order()).domains().isEmpty());
        assertEquals("it resolves, and whether it is open is not known", "true null", state(sites));
        desk.pages.put(PAGE, "open");
        await(() -> state(sites).equals("true true"));
        sites.stop();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue("the probe", System.nanoTime() < end);
            Thread.yield();
        }
    }

    private String state(OpenSites sites) {
        Circumstances.DomainState state = known(sites, FilingType.FIRST, desk.order()).domains().get(0);
        return state.resolves() + " " + state.siteOpen();
    }
}
