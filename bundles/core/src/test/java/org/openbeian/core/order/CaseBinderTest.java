package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;

/** All that is kept of an order, with its proof. */
public class CaseBinderTest {

    private final Desk desk = new Desk();
    private final CaseBinder binder = new CaseBinder(desk.engine, desk.transactions, desk.store);

    @Test
    public void theWholeCaseIsHandedOutWithTheLastHashOfItsHistory() {
        Order order = desk.submitted();
        CaseExport export = binder.of(ALICE, order.id());
        assertEquals(order, export.order());
        assertEquals(1, export.explanation().verdicts().size());
        assertTrue(export.proof().whole());
        assertEquals(desk.store.lastEntry(order.id()).hash(), export.proof().lastHash());
        assertEquals(export.history().size(), export.proof().entries());
        assertEquals("order-not-found", Desk.code(() -> binder.of(MALLORY, order.id())));
    }

    @Test
    public void whatWasCutOffOrAlteredIsTold() {
        Order order = desk.submitted();
        desk.store.tamper(order.id(), history -> history.subList(0, history.size() - 1));
        CaseExport cut = binder.of(SAM, order.id());
        assertFalse(cut.proof().whole());
        assertTrue(cut.proof().fault(), cut.proof().fault().contains("cut off"));
        Order other = desk.submit(desk.draft("example.org"));
        desk.store.tamper(other.id(), history -> {
            List<HistoryEntry> altered = new ArrayList<>(history);
            HistoryEntry old = altered.get(0);
            altered.set(0, new HistoryEntry(old.orderId(), old.no(), old.at(), "mallory", old.event(), old.from(), old.to(), old.reason(),
                old.details(), old.previousHash(), old.hash()));
            return altered;
        });
        assertFalse(binder.of(SAM, other.id()).proof().whole());
    }
}
