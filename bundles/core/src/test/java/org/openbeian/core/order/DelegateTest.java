package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.openbeian.core.fake.Samples.ALICE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;
import org.openbeian.testkit.Requirement;

public class DelegateTest {

    private final Desk desk = new Desk();
    private final Orders orders = desk.orders;
    private final Order given = orders.create(ALICE, FilingType.FIRST, Application.EMPTY);
    private final Order other = orders.create(ALICE, FilingType.FIRST, Application.EMPTY);

    private Actor delegate(Role role, String policy) {
        return new Actor("sun", Set.of(role), "192.0.2.9", Map.of(given.id(), Set.of(policy)));
    }

    private static Refusal.Kind refused(org.junit.function.ThrowingRunnable work) {
        return assertThrows(Refusal.class, work).kind();
    }

    @Test
    @Requirement("T-115")
    public void aDelegateSeesAndChangesTheNamedOrderAndNoOther() {
        Actor sun = delegate(Role.SUB_ACCOUNT, Delegations.FILING_FULL);
        assertEquals(given.id(), orders.get(sun, given.id()).id());
        assertEquals(Refusal.Kind.NOT_FOUND, refused(() -> orders.get(sun, other.id())));
        assertEquals(Refusal.Kind.NOT_FOUND, refused(() -> orders.withdraw(sun, other.id(), Orders.ANY_VERSION, "mine")));
        assertEquals(List.of(given.id()), orders.list(sun, new OrderQuery(null, null, null, false, null, 10)).stream()
            .map(OrderSummary::id).toList());
        orders.edit(sun, given.id(), Orders.ANY_VERSION, Application.EMPTY);
        orders.withdraw(sun, given.id(), Orders.ANY_VERSION, "asked to");
        assertEquals("sun", orders.history(ALICE, given.id(), 1).get(0).actor());
    }

    @Test
    public void whoHelpsFillsInAndDoesNotHandIn() {
        for (Role role : List.of(Role.BUTLER, Role.SPECIALIST)) {
            Actor helper = delegate(role, Delegations.FILING_PREPARE);
            orders.edit(helper, given.id(), Orders.ANY_VERSION, Application.EMPTY);
            assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> orders.submit(helper, given.id(), Orders.ANY_VERSION, List.of())));
            assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> orders.withdraw(helper, given.id(), Orders.ANY_VERSION, "x")));
        }
        Actor reader = delegate(Role.SUB_ACCOUNT, Delegations.RESOURCE_READ + "cvm");
        assertEquals(Refusal.Kind.FORBIDDEN,
            refused(() -> orders.edit(reader, given.id(), Orders.ANY_VERSION, Application.EMPTY)));
    }

    @Test
    public void aDelegateStartsNothingAndWithoutDelegationSeesNothing() {
        Actor sun = new Actor("sun", Set.of(Role.SUB_ACCOUNT), "192.0.2.9");
        assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> orders.create(sun, FilingType.FIRST, Application.EMPTY)));
        assertEquals(List.of(), orders.list(sun, new OrderQuery(null, null, null, false, null, 10)));
        assertEquals(List.of(), orders.list(sun, new OrderQuery("alice", null, null, false, null, 10)));
        assertEquals(Refusal.Kind.NOT_FOUND, refused(() -> orders.get(sun, given.id())));
        assertEquals(Refusal.Kind.NOT_FOUND,
            refused(() -> orders.edit(sun, given.id(), Orders.ANY_VERSION, Application.EMPTY)));
    }

    @Test
    @Requirement("E-02")
    public void onlySpecialistsOpenOrdersForOthers() {
        Actor sam = new Actor("sam", Set.of(Role.SPECIALIST), "192.0.2.2");
        Order opened = orders.createFor(sam, "alice", FilingType.FIRST, Application.EMPTY);
        assertEquals("alice", orders.get(ALICE, opened.id()).account());
        assertEquals("sam", orders.history(ALICE, opened.id(), 0).get(0).actor());
        assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> orders.createFor(ALICE, "bob", FilingType.FIRST, Application.EMPTY)));
        assertEquals(Refusal.Kind.FORBIDDEN, refused(() -> orders.create(sam, FilingType.FIRST, Application.EMPTY)));
    }
}
