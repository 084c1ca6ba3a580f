package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.core.time.ChinaWorkingDays;
import org.slf4j.MDC;

/** The log pattern shows the order as {@code %X{order}}: every line that is written while an order moves carries its id. */
public class OrderInLogTest {

    private final Desk desk = new Desk();
    private final List<String> seen = new ArrayList<>();
    private final OrderEngine engine = new OrderEngine(desk.transactions, desk.store, desk.effects, desk.tasks, desk.clock,
        new ChinaWorkingDays(), desk.rules, desk.settings, desk.telling,
        new OrderListeners((order, entry) -> seen.add(MDC.get("order"))));
    private final Orders orders = new OrderService(engine, desk.transactions, desk.store, desk.blobs, desk.register,
        desk.exchange, desk.rules, desk.resources, desk.settings, desk.disclosure, Desk.BLIND,
        desk.intake, desk.orderRoutes, desk.certificates, desk.legal, desk.letterBook);

    @Test
    public void everyMoveNamesItsOrderAndNothingStaysBehind() {
        Order order = desk.submitted();
        orders.claim(SAM, order.id(), ANY_VERSION);
        orders.release(SAM, order.id(), ANY_VERSION);
        orders.withdraw(ALICE, order.id(), ANY_VERSION, "not needed");
        assertEquals(List.of(order.id(), order.id(), order.id()), seen);
        assertNull(MDC.get("order"));
    }

    @Test
    public void whatWasSetBeforeIsThereAgain() {
        Order order = desk.submitted();
        MDC.put("order", "another");
        try {
            orders.claim(SAM, order.id(), ANY_VERSION);
            assertEquals("another", MDC.get("order"));
        } finally {
            MDC.remove("order");
        }
    }
}
