package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Whose word counts where: specialist, administrator, carrier and authority. */
public class PartiesTest {

    private final Desk desk = new Desk();

    @Test
    @Requirement("Q-41")
    public void eachPartyHasItsPlace() {
        Order order = desk.uploaded();
        List<HistoryEntry> history = desk.transactions.call(() -> desk.store.history(order.id(), 0));
        assertEquals("the specialist passes", "sam", actor(history, OrderEvent.PASSED));
        assertEquals("the authority takes it", "authority", actor(history, OrderEvent.UPLOADED));
        Actor admin = new Actor("root", Set.of(Role.ADMIN), "192.0.2.9");
        assertTrue("the administrator alone opens ports (Q-36)", admin.may(Permission.APPROVE_PORT));
        for (Actor other : List.of(Samples.ALICE, Samples.SAM, Samples.OLGA)) {
            assertFalse(other.account(), other.may(Permission.APPROVE_PORT));
        }
        for (Role role : Role.values()) {
            assertFalse("nobody here is the authority", Who.AUTHORITY.includes(new Actor("x", Set.of(role), "192.0.2.9"), order));
        }
        desk.blockings.isolate(Samples.OLGA, "wild.com", null, List.of("8.8.8.8"), "inspection", null);
        assertTrue("the carrier blocks the address, which is noted", desk.blockings.carrier(Samples.OLGA, "wild.com", true)
            .carrierBlocked());
    }

    private static String actor(List<HistoryEntry> history, OrderEvent event) {
        return history.stream().filter(entry -> entry.event() == event).findFirst().orElseThrow().actor();
    }
}
