package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.order.Desk.refusal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.core.message.Notice;

/** The table as a whole: every state with every event. */
public class LifeCycleTableTest {

    private final Desk desk = new Desk();

    @Test
    public void everyPairThatIsNotInTheTableIsRefusedNamingBoth() {
        int refused = 0;
        Order draft = desk.draft();
        for (OrderState state : OrderState.values()) {
            Order order = draft.with(new Progress(state, null, 1, desk.time(), null));
            desk.transactions.run(() -> desk.store.put(order));
            for (OrderEvent event : OrderEvent.values()) {
                if (Arrays.stream(Case.values()).anyMatch(way -> OrderLifeCycle.find(state, event, way).isPresent())) {
                    continue;
                }
                for (By by : new By[] {By.SERVER, By.AUTHORITY, By.account(Actor.SYSTEM)}) {
                    Refusal refusal = refusal(() -> desk.engine.move(by, order.id(), Orders.ANY_VERSION, event, (o, now) -> Change.of(o)));
                    if (refusal.kind() == Refusal.Kind.WRONG_STATE) {
                        assertTrue(refusal.getMessage(), refusal.getMessage().contains(state.name())
                            && refusal.getMessage().contains(event.name()));
                        refused++;
                    } else {
                        assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
                    }
                }
                assertEquals(draft.version(), desk.now(order).version());
            }
        }
        assertTrue("only " + refused, refused > 200);
    }

    @Test
    public void aFinalStateHasNoWayOut() {
        for (OrderState state : OrderState.values()) {
            boolean leaves = OrderLifeCycle.TABLE.stream().anyMatch(row -> row.from().contains(state));
            assertEquals(state.name(), state.isFinal(), !leaves);
        }
    }

    @Test
    public void everyStateCanBeReachedAndEveryEventHappensSomewhere() {
        Set<OrderState> reached = EnumSet.noneOf(OrderState.class);
        Set<OrderEvent> events = EnumSet.noneOf(OrderEvent.class);
        OrderLifeCycle.TABLE.forEach(row -> {
            events.add(row.event());
            if (row.to() != null) {
                reached.add(row.to());
            }
        });
        assertEquals(EnumSet.allOf(OrderState.class), reached);
        assertEquals(EnumSet.allOf(OrderEvent.class), events);
    }

    @Test
    public void noTwoRowsSpeakOfTheSame() {
        Set<String> seen = new HashSet<>();
        OrderLifeCycle.TABLE.forEach(row -> row.from().forEach(state ->
            assertTrue(state + " " + row.event() + " " + row.when(), seen.add(state + " " + row.event() + " " + row.when()))));
    }

    @Test
    public void everyMessageIsInTheCatalogueAndSomebodyMayCauseEachRow() {
        OrderLifeCycle.TABLE.forEach(row -> {
            row.messages().forEach(id -> assertTrue(id, Notice.of(id).isPresent()));
            assertFalse(row.who().isEmpty());
        });
    }
}
