package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Rehearsal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.order.Requirements;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.References;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.order.AuthorityRoutes;
import org.openbeian.core.order.RouteTables;
import org.openbeian.core.order.OrderRoutes;
import org.openbeian.core.order.Resources;

/** Rehearsals have no effect and say what is not known. */
public class StagedRehearsalsTest {

    private final World world = new World();
    private final Order order = world.transactions.call(() -> world.orders.load(world.passed())).orElseThrow();
    private AuthorityRoutes routes = new AuthorityRoutes();
    private boolean complete = true;
    private List<Requirement> missing = List.of();

    private StagedRehearsals rehearsals(Gateways gateways) {
        Orders orders = (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> method.getName().equals("get") ? order
                : new Requirements(order.id(), 1, complete, missing, List.of()));
        return new StagedRehearsals(orders, world.transactions, world.register, world.blobs,
            Resources.of(account -> null, List.of(), new MemoryResources()), gateways,
            new OrderRoutes(world.register, world.orders, routes, gateways, new FakeRules()));
    }

    private Gateways gateways() {
        Gateways gateways = new Gateways(new AuthorityRoutes());
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        return gateways;
    }

    @Test
    public void theAuthorityLooksAtTheFileThatWouldBeSent() {
        Rehearsal rehearsal = rehearsals(gateways()).with((authority, file) -> file.length > 0 && authority.equals("440000")
            ? List.of("1005 taken") : List.of()).rehearse(Samples.ALICE, order.id());
        assertEquals(List.of("1005 taken"), rehearsal.authorityErrors());
        assertTrue(rehearsal.rehearsedBy());
        assertFalse(rehearsal.passes());
        assertEquals("nothing is sent or recorded", 0L, (long) world.transactions.call(() -> world.files.lastAccepted("440000")));
        assertTrue(world.transactions.call(() -> world.files.pending("440000")).isEmpty());
    }

    @Test
    @org.openbeian.testkit.Requirement("T-39")
    public void theAccountToWhichTheOrderWouldGoLooksAtIt() {
        world.authority.only = "310000";
        assertFalse("the province has no account of its own", rehearsals(gateways()).rehearse(Samples.ALICE, order.id()).passes());
        routes = RouteTables.of("440000=310000");
        assertEquals(List.of("310000 looked"), rehearsals(gateways()).with((authority, file) -> List.of(authority + " looked"))
            .rehearse(Samples.ALICE, order.id()).authorityErrors());
    }

    @Test
    public void withoutAnAuthorityThatRehearsesItsChecksAreUnknown() {
        Rehearsal rehearsal = rehearsals(gateways()).rehearse(Samples.ALICE, order.id());
        assertFalse(rehearsal.rehearsedBy());
        assertTrue(rehearsal.passes());
        complete = false;
        missing = List.of(need("field", "required.organizer.city", true), need("consent", "terms", true),
            need("material", "unit-certificate", true), need("action", "footer", false));
        Rehearsal incomplete = rehearsals(gateways()).rehearse(Samples.ALICE, order.id());
        assertFalse(incomplete.passes());
        assertEquals(List.of("required.organizer.city", "unit-certificate"), incomplete.findings().stream()
            .map(finding -> finding.ruleId()).toList());
    }

    private static Requirement need(String kind, String id, boolean blocking) {
        return new Requirement(kind, id, "/x", new LocalizedText("缺少", "Missing"), "now", "basic", null, blocking);
    }

    @Test
    public void withoutAnAccountNothingCanBeSent() {
        Rehearsal rehearsal = rehearsals(new Gateways(new AuthorityRoutes())).rehearse(Samples.ALICE, order.id());
        assertTrue(rehearsal.notExpressible().toString(), rehearsal.notExpressible().get(0).contains("440000"));
        assertFalse(rehearsal.passes());
    }
}
