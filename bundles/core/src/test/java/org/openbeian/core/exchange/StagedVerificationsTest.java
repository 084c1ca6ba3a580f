package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
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
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.References;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.order.Certificates;

/** "Verify now": checks of a step, and the type that fits. */
@org.openbeian.testkit.Requirement({"A-29", "E-08", "E-09", "E-10"})
public class StagedVerificationsTest {

    private static final String NUMBER = "粤ICP备2025000001号";

    private final World world = new World();
    private final Order order = world.transactions.call(() -> world.orders.load(world.passed())).orElseThrow();
    private final String domain = order.application().services().get(0).domains().get(0);
    private final String certificate = order.application().organizer().certificateNumber();

    private Verification verify(String step) {
        List<Requirement> missing = List.of(need("service", "/services/0/name"), need("organizer", "/organizer/name"));
        Orders orders = (Orders) Proxy.newProxyInstance(Orders.class.getClassLoader(), new Class<?>[] {Orders.class},
            (proxy, method, arguments) -> method.getName().equals("get") ? order
                : new Requirements(order.id(), 1, false, missing, List.of()));
        Gateways gateways = new Gateways();
        gateways.addGateway(References.of("gateway", "1.0.0", 0), world.authority);
        Certificates certificates = new Certificates(world.orders, world.register, (kind, value) -> kind + value,
            new MemoryCorrections());
        return new StagedVerifications(orders, world.transactions, world.register, certificates, gateways)
            .verify(Samples.ALICE, order.id(), step);
    }

    private static Requirement need(String step, String pointer) {
        return new Requirement("field", "required", pointer, new LocalizedText("缺少", "Missing"), "now", step, null, true);
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
    public void whatNobodyCanSayProposesNothing() {
        world.authority.reachable = false;
        TypeProposal proposal = proposed();
        assertNull(proposal.proposed());
        assertTrue("nothing is objected to", proposal.agrees());
        assertNull(proposal.facts().get(0).filed());
        assertEquals("nobody", proposal.facts().get(0).source());
    }
}
