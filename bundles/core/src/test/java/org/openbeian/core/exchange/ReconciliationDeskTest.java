package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.authority.FiledStatus;
import org.openbeian.api.correction.Reconciliations.Reconciliation;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.registry.PublicRegistry.PublicAnswer;
import org.openbeian.api.registry.PublicRegistry.PublicEntry;
import org.openbeian.api.registry.PublicRegistry.PublicUnit;
import org.openbeian.api.registry.PublicRegistry.Verdict;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.MemoryRegistry;
import org.openbeian.core.fake.References;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.order.CoreConfig;
import org.openbeian.core.order.CoreSettings;
import org.openbeian.core.order.FiledRecordFinder;
import org.openbeian.core.order.OrderRoutes;
import org.openbeian.core.order.PublicRegistries;
import org.openbeian.core.order.Reconciler;
import org.openbeian.testkit.Requirement;
import org.slf4j.LoggerFactory;

/** One organizer beside what the authority, the public register and the inspections say. */
@Requirement({"A-107", "T-49"})
public class ReconciliationDeskTest {

    private static final String NUMBER = "粤ICP备2025000001号";
    private static final String SITE = NUMBER + "-1";

    private final World world = new World();
    private final CoreSettings settings = new CoreSettings(
        new ConfigGuard<>(CoreConfig.class, "test", LoggerFactory.getLogger(World.class)).get());
    private final PublicRegistries registries = new PublicRegistries(world.transactions, new MemoryRegistry(),
        (kind, value) -> kind + value, settings, world.clock);
    private final MemoryCorrections cases = new MemoryCorrections();
    private final MemoryAudit audit = new MemoryAudit();
    private final Gateways gateways = new Gateways(new AuthorityRoutes());
    private final ReconciliationDesk desk = new ReconciliationDesk(world.transactions, world.register, gateways, registries,
        new Reconciler(cases, world.register, world.orders, world.tasks, settings, notice -> { }, audit,
            new FiledRecordFinder(world.register, new OrderRoutes(world.register, world.orders, new AuthorityRoutes(), gateways,
                new FakeRules())), world.clock), audit, world.clock);

    @Before
    public void register() {
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        world.transactions.run(() -> {
            world.register.save(new OrganizerEntry(NUMBER, "440000", "示例公司", 1, "o", Instant.EPOCH));
            world.register.save(new ServiceEntry(SITE, NUMBER, "小站", List.of("example.com"), 2, "o", Instant.EPOCH, ServiceState.ACTIVE,
                Instant.EPOCH, null, List.of(new AccessEntry(3, true, null))));
        });
    }

    private Reconciliation compare() {
        return desk.compare(Samples.SAM, NUMBER);
    }

    private List<String> fields() {
        return compare().fields().stream().map(Object::toString).toList();
    }

    @Test
    public void whoeverSaysNothingIsUnknown() {
        world.authority.reachable = false;
        assertEquals(List.of("/organizer UNKNOWN by authority-query", "/organizer/name UNKNOWN by authority-query",
            "/services/" + SITE + " UNKNOWN by authority-query", "/organizer UNKNOWN by public-register",
            "/organizer/name UNKNOWN by public-register", "/services/" + SITE + "/page UNKNOWN by site-probe"), fields());
        assertNull("no case", compare().caseId());
    }

    @Test
    public void allSourcesAreComparedAndWhatDiffersIsACase() {
        world.authority.filed.put("example.com", new FiledStatus(true, "粤ICP备2025000009号", "粤ICP备2025000009号-1"));
        registries.with(question -> new PublicAnswer(Verdict.FOUND, world.clock.instant(), List.of(new PublicEntry(
            new PublicUnit("示例公司", null), NUMBER, SITE, "大站", List.of("EXAMPLE.com"))), "test"));
        desk.with(sites(FooterReport.State.RIGHT));
        List<String> fields = fields();
        assertEquals(List.of("/services/" + SITE + "/organizer DIFFERENT by authority-query"), fields.stream()
            .filter(one -> one.contains("DIFFERENT by authority")).toList());
        assertEquals(List.of("/services/" + SITE + "/name DIFFERENT by public-register"), fields.stream()
            .filter(one -> one.contains("DIFFERENT by public")).toList());
        assertEquals(List.of("/organizer SAME by public-register", "/organizer/name SAME by public-register",
            "/services/" + SITE + " SAME by public-register", "/services/" + SITE + "/organizer SAME by public-register",
            "/services/" + SITE + "/domains SAME by public-register"), fields.stream()
            .filter(one -> one.endsWith("SAME by public-register")).toList());
        assertEquals("/services/" + SITE + "/page SAME by site-probe", fields.get(fields.size() - 1));
        String id = compare().caseId();
        assertNotNull(id);
        assertEquals(2, cases.find(id).orElseThrow().differences().size());
        world.authority.filed.put("example.com", new FiledStatus(true, NUMBER, SITE));
        compare();
        assertEquals(1, cases.find(id).orElseThrow().differences().size());
        assertEquals("not-permitted", assertThrows(Refusal.class, () -> desk.compare(Samples.OLGA, NUMBER)).code());
        assertEquals("not-registered", assertThrows(Refusal.class, () -> desk.compare(Samples.SAM, "粤ICP备2025000002号")).code());
    }

    /** An account that is taken away while it is asked. */
    /** The authority knows domains of websites: that it has none of an APP's says nothing of the APP. */
    @Test
    public void ofAppsTheAuthorityIsNotAsked() {
        world.authority.filed.put("example.com", new FiledStatus(true, NUMBER, SITE));
        save(NUMBER + "-2A", "api.example.org", "o");
        assertEquals(List.of(), fields().stream().filter(one -> one.contains("-2A") && one.contains("authority-query")).toList());
        assertNull("no case of a difference that is none", compare().caseId());
    }

    @Test
    public void anAuthorityThatFailsIsUnknown() {
        world.authority.onStatus = () -> {
            throw new IllegalArgumentException("no such account");
        };
        assertTrue(fields().contains("/services/" + SITE + " UNKNOWN by authority-query"));
    }

    @Test
    public void nobodyWaitsForAllServicesInARow() {
        save(NUMBER + "-2", "example.cn", "o");
        save(NUMBER + "-3", "example.net", "o");
        CountDownLatch over = new CountDownLatch(1);
        world.authority.onStatus = () -> await(over);
        desk.within(Duration.ofMillis(50));
        List<String> fields = fields();
        assertEquals(3, fields.stream().filter(one -> one.matches("/services/[^/]* UNKNOWN by authority-query")).count());
        assertTrue("the others are not asked any more", world.authority.statusCalls < 2);
        over.countDown();
    }

    /** A list of the sites of no order would be one of everybody's. */
    @Test
    public void anImportedServiceHasNoOrderWhoseSitesCouldBeListed() {
        save(SITE, "example.com", null);
        desk.with(sites(FooterReport.State.RIGHT));
        List<String> fields = fields();
        assertEquals("/services/" + SITE + "/page UNKNOWN by site-probe", fields.get(fields.size() - 1));
    }

    private void save(String number, String domain, String order) {
        world.transactions.run(() -> world.register.save(new ServiceEntry(number, NUMBER, "小站", List.of(domain), 2, order, Instant.EPOCH)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Sites sites(FooterReport.State state) {
        FiledSite site = new FiledSite("s", 1, "o", "alice", "440000", SITE, NUMBER, "小站", List.of("example.com"), Instant.EPOCH,
            null, null, new FooterReport(Instant.EPOCH, "https://example.com/", state, true, true, List.of()), false);
        return (Sites) Proxy.newProxyInstance(Sites.class.getClassLoader(), new Class<?>[] {Sites.class}, (proxy, method, arguments) ->
            List.of(new SiteView(site, List.of())));
    }
}
