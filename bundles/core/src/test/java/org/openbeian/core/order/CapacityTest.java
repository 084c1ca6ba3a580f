package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.fake.Samples.ALICE;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** How many services a resource carries, and what happens to an order whose resource no longer does. */
public class CapacityTest {

    private static final ResourceRef CODE = new ResourceRef("auth-code", "2345");
    private static final ResourceRef PACKAGE = new ResourceRef("serverless", "pkg-1");

    private final Desk desk = new Desk();

    @Test
    @Requirement("A-18")
    public void oneCodeIsForOneService() {
        assertEquals(List.of(), full(CODE, "example.com"));
        use(CODE, "example.com", "other-order");
        assertEquals("the same service in another order", List.of(), full(CODE, "example.com"));
        assertEquals(List.of("resource-full /services/0/accesses/0/resourceId"), full(CODE, "example.org"));
        assertEquals(List.of("resource-full /services/1/accesses/0/resourceId"), full(CODE, "example.com", "example.org"));
    }

    @Test
    @Requirement("A-15")
    public void aPackageCarriesTwoServicesAndAnAccountFilesOnOne() {
        assertEquals(List.of(), full(PACKAGE, "a.com", "b.com"));
        assertEquals(List.of("resource-full /services/2/accesses/0/resourceId"), full(PACKAGE, "a.com", "b.com", "c.com"));
        use(new ResourceRef("serverless", "pkg-0"), "z.com", "other-order");
        assertEquals(List.of("resource-kind-limit /services/0/accesses/0/resourceId"), full(PACKAGE, "a.com"));
    }

    /** Two servers, one with two addresses, and a code of the first; the operator lets an address carry one website. */
    @Test
    public void anAddressCarriesSoManyWebsites() {
        desk.resourceStore.save(server("ins-7", "119.29.29.29", "119.29.29.30"));
        desk.resourceStore.save(server("ins-8", "119.29.29.31"));
        desk.resourceStore.save(new ResourceFacts("auth-code", "2345", "bob", null, false, null, false, 0, null, null,
            List.of(new ResourceRef("cvm", "ins-7"))));
        assertEquals(List.of(), crowded(site("a.com", "cvm", "ins-7", "119.29.29.29")));
        assertEquals("two at once", List.of("address-full /services/1/accesses/0/resourceId"),
            crowded(site("a.com", "cvm", "ins-8"), site("b.com", "cvm", "ins-8")));

        Order other = desk.orders.create(ALICE, FilingType.FIRST, new Application(null,
            List.of(site("a.com", "cvm", "ins-7", "119.29.29.29")), Map.of()));
        use(new ResourceRef("cvm", "ins-7"), "a.com", other.id());
        assertEquals("the same website", List.of(), crowded(site("a.com", "cvm", "ins-7")));
        assertEquals(List.of("address-full /services/0/accesses/0/ips"), crowded(site("b.com", "cvm", "ins-7", "119.29.29.29")));
        assertEquals("its other address", List.of(), crowded(site("b.com", "cvm", "ins-7", "119.29.29.30")));
        assertEquals("all of them", List.of("address-full /services/0/accesses/0/resourceId"), crowded(site("b.com", "cvm", "ins-7")));
        assertEquals("by a code of the server", List.of("address-full /services/0/accesses/0/resourceId"),
            crowded(site("b.com", "auth-code", "2345")));
        assertEquals("another server", List.of(), crowded(site("b.com", "cvm", "ins-8")));
    }

    private static ResourceFacts server(String id, String... ips) {
        return new ResourceFacts("cvm", id, "alice", "ap-guangzhou", true, List.of(ips), true, 12, null, Map.of());
    }

    private static InternetService site(String domain, String kind, String id, String... ips) {
        return new WebSite(null, List.of(domain), null, null, null, null, null, null, List.of(new Access(kind, id, List.of(ips))), null);
    }

    private List<String> crowded(InternetService... services) {
        Order order = desk.orders.create(ALICE, FilingType.FIRST, new Application(null, List.of(services), Map.of()));
        ResourceTypeProfile servers = new ResourceTypeProfile("cvm", new LocalizedText("cvm", "cvm"), List.of(), 5, 0, 1, 5, List.of(),
            "test", "1");
        return desk.transactions.call(() -> desk.resources.full(order, List.of(servers), desk.resources.of(order.application()))).stream()
            .map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
    }

    @Test
    @Requirement("A-13")
    public void aResourceThatFellBelowItsLimitSendsTheOrderBackBeforeItLeaves() {
        Order order = desk.passed();
        desk.rules.fail("cvm-expires-too-soon", Severity.BLOCK, "/services/0/accesses/0/resourceId");
        assertEquals(false, desk.authority.readyForUpload(order.id()));
        Order back = desk.now(order);
        assertEquals(OrderState.PRE_REVIEW, back.state());
        assertEquals("cvm-expires-too-soon", back.review().reasons().get(0).code());
    }

    @Test
    public void aFindingElsewhereDoesNotHoldAnOrderThatPassed() {
        Order order = desk.passed();
        desk.rules.fail("CN-NAME", Severity.BLOCK, "/services/0/name");
        assertEquals(true, desk.authority.readyForUpload(order.id()));
    }

    @Test
    public void whatIsFullIsSaidOnSubmission() {
        for (int i = 0; i < 5; i++) {
            use(new ResourceRef("cvm", "ins-1"), "site-" + i + ".com", "order-" + i);
        }
        Order order = desk.draft();
        assertEquals(List.of("resource-full"), Desk.refusal(() -> desk.submit(order)).findings().stream().map(Finding::ruleId).toList());
    }

    @Test
    public void aCodeHasTheAddressesOfItsServer() {
        desk.resourceStore.save(new ResourceFacts("auth-code", "2345", "bob", null, false, null, false, 0, null, null,
            List.of(new ResourceRef("cvm", "ins-1"))));
        ResourceFacts code = desk.resources.whole(CODE).orElseThrow();
        assertEquals(List.of("bob", Samples.server().ips(), true), List.of(code.account(), code.ips(), code.mainland()));
    }

    private void use(ResourceRef resource, String domain, String order) {
        desk.resourceStore.uses.add(new ResourceUse(resource, domain, order, "alice", OrderState.PRE_REVIEW));
    }

    private List<String> full(ResourceRef resource, String... domains) {
        List<InternetService> services = List.of(domains).stream().map(domain -> (InternetService) new WebSite(null,
            List.of(domain), null, null, null, null, null, null, List.of(new Access(resource.kind(), resource.id(), null)), null))
            .toList();
        Order order = desk.orders.create(ALICE, FilingType.FIRST, new Application(null, services, Map.of()));
        return desk.resources.full(order, List.of(type("auth-code", 1, 0), type("serverless", 2, 1)),
            desk.resources.of(order.application())).stream().map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
    }

    private static ResourceTypeProfile type(String kind, int services, int anAccount) {
        return new ResourceTypeProfile(kind, new LocalizedText(kind, kind), List.of(), services, anAccount, 0, 0, List.of(), "test", "1");
    }
}
