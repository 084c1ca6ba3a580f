package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbeian.api.authority.FiledStatus;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.order.TypeProposal;
import org.openbeian.api.order.Verification;
import org.openbeian.api.register.AccessEntry;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.registry.PublicRegistry;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.MemoryRegistry;
import org.openbeian.core.fake.References;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.order.RouteTables;
import org.openbeian.core.order.Certificates;
import org.openbeian.core.order.CoreConfig;
import org.openbeian.core.order.CoreSettings;
import org.openbeian.core.order.PublicRegistries;
import org.slf4j.LoggerFactory;

/** "Verify now": checks of a step, and the type that fits. */
@org.openbeian.testkit.Requirement({"A-29", "E-08", "E-09", "E-10"})
public class StagedVerificationsTest {

    private static final String NUMBER = "粤ICP备2025000001号";

    private final World world = new World();
    private final Order order = world.transactions.call(() -> world.orders.load(world.passed())).orElseThrow();
    private final String domain = order.application().services().get(0).domains().get(0);
    private final String certificate = order.application().organizer().certificateNumber();

    private final PublicRegistries registries = new PublicRegistries(world.transactions, new MemoryRegistry(),
        (kind, value) -> kind + value,
        new CoreSettings(new ConfigGuard<>(CoreConfig.class, "test", LoggerFactory.getLogger(World.class)).get()),
        world.clock);

    private AuthorityRoutes routes = new AuthorityRoutes();

    private Verification verify(String step) {
        List<Requirement> missing = List.of(need("service", "/services/0/name"), need("organizer", "/organizer/name"));
        Orders orders = (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> method.getName().equals("get") ? order
                : new Requirements(order.id(), 1, false, missing, List.of()));
        Gateways gateways = new Gateways(routes);
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        return new StagedVerifications(orders, world.transactions, world.register, certificates(), gateways, registries)
            .verify(Samples.ALICE, order.id(), step);
    }

    private Certificates certificates() {
        return new Certificates(world.orders, world.register, (kind, value) -> kind + value, new MemoryCorrections());
    }

    private static Requirement need(String step, String pointer) {
        return new Requirement("field", "required", pointer, new LocalizedText("缺少", "Missing"), "now", step, null, true);
    }

    private Order ofApp() {
        return order.with(Samples.application(order.application().organizer(), Samples.app("示例出行")));
    }

    private FilingType proposedForApp() {
        Gateways gateways = new Gateways(routes);
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        return new TypeProposals(world.transactions, world.register, certificates(), gateways, registries, Gateways.PATIENCE).of(ofApp())
            .proposed();
    }

    /** The authority's interface cannot be asked by names of APPs; the registers tell what an organizer has. */
    @Test
    @org.openbeian.testkit.Requirement({"A-08", "A-20", "E-19", "T-50"})
    public void anAppIsToldByItsNameAmongThoseOfItsOrganizer() {
        assertEquals("an organizer that is not filed has none", FilingType.FIRST, proposedForApp());
        world.authority.filed.put(certificate, new FiledStatus(true, NUMBER, null));
        assertNull("nobody knows its services", proposedForApp());
        List<PublicRegistry.PublicEntry> shown = new ArrayList<>();
        registries.with(question -> new PublicRegistry.PublicAnswer(PublicRegistry.Verdict.FOUND, world.clock.instant(), shown, "test"));
        shown.add(new PublicRegistry.PublicEntry(null, NUMBER, NUMBER + "-1", "示例出行", List.of(domain)));
        assertEquals("a website of that name is no APP", FilingType.NEW_SERVICE, proposedForApp());
        shown.add(new PublicRegistry.PublicEntry(null, NUMBER, NUMBER + "-2A", "示例出行", List.of()));
        assertEquals(FilingType.ACCESS, proposedForApp());
        ServiceEntry here = new ServiceEntry(NUMBER + "-2A", NUMBER, "示例出行", List.of(), 1, "o", Instant.EPOCH,
            ServiceState.ACTIVE, Instant.EPOCH, null, List.of(new AccessEntry(1, true, null)));
        world.transactions.run(() -> world.register.save(here));
        assertEquals("the register goes before", FilingType.CHANGE_SERVICE, proposedForApp());
    }

    private TypeProposal proposed() {
        return verify(null).type();
    }

    @Test
    public void aStepShowsWhatIsItsOwn() {
        Verification service = verify("service");
        assertEquals(List.of("/services/0/name"), service.missing().stream().map(Requirement::pointer).toList());
        assertFalse(service.passes());
        assertTrue(verify("basic").passes());
        assertEquals("step-unknown", assertThrows(Refusal.class, () -> verify("nonsense")).code());
    }

    @Test
    public void theTypeFollowsFromWhatIsFiled() {
        assertEquals(FilingType.FIRST, proposed().proposed());
        assertTrue(proposed().agrees());
        assertEquals("authority", proposed().facts().get(0).source());
        world.authority.filed.put(certificate, new FiledStatus(true, NUMBER, null));
        assertEquals(FilingType.NEW_SERVICE, proposed().proposed());
        assertFalse(proposed().agrees());
        world.authority.filed.put(domain, new FiledStatus(true, NUMBER, NUMBER + "-1"));
        assertEquals(FilingType.ACCESS, proposed().proposed());
        world.authority.filed.put(domain, new FiledStatus(true, "粤ICP备2025000002号", "粤ICP备2025000002号-1"));
        assertNull("the domain is another organizer's", proposed().proposed());
        ServiceEntry here = new ServiceEntry(NUMBER + "-1", NUMBER, "x", List.of(domain), 1, "o", Instant.EPOCH,
            ServiceState.ACTIVE, Instant.EPOCH, null, List.of(new AccessEntry(1, true, null)));
        world.transactions.run(() -> world.register.save(here));
        assertEquals("the register goes before", FilingType.CHANGE_SERVICE, proposed().proposed());
        assertEquals("register", proposed().facts().get(1).source());
        world.transactions.run(() -> world.register.save(here.with(List.of())));
        assertEquals("of which no access is known", FilingType.CHANGE_SERVICE, proposed().proposed());
        world.transactions.run(() -> world.register.save(here.with(List.of(new AccessEntry(1, false, null)))));
        assertEquals(FilingType.ACCESS, proposed().proposed());
    }

    @Test
    @org.openbeian.testkit.Requirement("T-39")
    public void theAccountThatTakesTheProvincesOrdersIsAsked() {
        world.authority.only = "310000";
        assertEquals("the province has no account of its own", "nobody", proposed().facts().get(0).source());
        routes = RouteTables.of("440000=310000");
        assertEquals("authority", proposed().facts().get(0).source());
        routes = RouteTables.of("440000=none");
        assertEquals("nobody", proposed().facts().get(0).source());
    }

    @Test
    public void whatNobodyCanSayProposesNothing() {
        world.authority.reachable = false;
        TypeProposal proposal = proposed();
        assertNull(proposal.proposed());
        assertTrue("nothing is objected to", proposal.agrees());
        assertNull(proposal.facts().get(0).filed());
        assertEquals("nobody", proposal.facts().get(0).source());
    }

    /** The organizer and the domain share the time; whoever waits for a page does not wait for an authority that hangs. */
    @Test
    public void anAuthorityThatDoesNotAnswerInTimeIsNotWaitedFor() {
        CountDownLatch over = new CountDownLatch(1);
        world.authority.onStatus = () -> await(over);
        Gateways gateways = new Gateways(routes);
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        TypeProposal proposal = new TypeProposals(world.transactions, world.register, certificates(), gateways, registries,
            Duration.ofMillis(50)).of(order);
        assertNull(proposal.proposed());
        assertEquals(List.of("nobody", "nobody"), proposal.facts().stream().map(TypeProposal.KnownFact::source).toList());
        assertTrue("the domain is not asked about any more", world.authority.statusCalls < 2);
        over.countDown();
        gateways.stop();
        assertEquals("nobody asks any more", Optional.empty(), gateways.status(gateways.forProvince("440000").orElseThrow(), null, domain,
            Gateways.PATIENCE));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @org.openbeian.testkit.Requirement({"E-19", "W-13"})
    public void whenTheAuthorityIsSilentThePublicRegisterIsAsked() {
        world.authority.reachable = false;
        String unit = order.application().organizer().name();
        List<PublicRegistry.PublicQuestion> asked = new ArrayList<>();
        Map<String, PublicRegistry.PublicEntry> filed = new HashMap<>();
        registries.with(question -> {
            asked.add(question);
            PublicRegistry.PublicEntry entry = filed.get(question.value());
            return new PublicRegistry.PublicAnswer(entry == null ? PublicRegistry.Verdict.NOT_FOUND : PublicRegistry.Verdict.FOUND,
                world.clock.instant(), entry == null ? List.of() : List.of(entry), "test");
        });
        assertEquals("a new organizer", FilingType.FIRST, proposed().proposed());
        assertEquals("public-register", proposed().facts().get(0).source());
        assertEquals(List.of(new PublicRegistry.PublicQuestion(PublicRegistry.By.UNIT_NAME, unit),
            new PublicRegistry.PublicQuestion(PublicRegistry.By.DOMAIN, domain)), asked.subList(0, 2));
        filed.put(unit, new PublicRegistry.PublicEntry(null, NUMBER, null, null, List.of()));
        assertEquals("a further website", FilingType.NEW_SERVICE, proposed().proposed());
        filed.put(domain, new PublicRegistry.PublicEntry(null, NUMBER, NUMBER + "-1", null, List.of(domain)));
        assertEquals("a transfer-in", FilingType.ACCESS, proposed().proposed());
        registries.with(question -> new PublicRegistry.PublicAnswer(PublicRegistry.Verdict.UNKNOWN, world.clock.instant(), List.of(),
            "test"));
        assertNull("unknown is never taken for unfiled", proposed().proposed());
        registries.with(question -> {
            throw new IllegalStateException("broken");
        });
        assertNull(proposed().facts().get(1).filed());
        registries.with(question -> null);
        assertEquals("nobody", proposed().facts().get(1).source());
    }
}
