package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.audit.ChainReport;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;

/** The check of all histories. */
public class HistoryVerifierTest {

    private final Desk desk = new Desk();
    private final HistoryVerifier verifier = new HistoryVerifier(desk.transactions, desk.store);

    @Test
    public void allHistoriesAreWalked() {
        for (int i = 0; i < 120; i++) {
            desk.draft();
        }
        Order longer = desk.smsFailed();
        List<ChainReport> progress = new ArrayList<>();
        assertEquals(new ChainReport(121, 120 + longer.version(), List.of()), verifier.verify(progress::add));
        assertEquals("portions", 2, progress.size());
    }

    @Test
    public void aFaultNamesItsOrderAndDoesNotEndTheWalk() {
        Order cut = desk.smsFailed();
        Order holed = desk.draft();
        desk.draft();
        desk.store.tamper(cut.id(), entries -> entries.subList(0, entries.size() - 1));
        desk.store.tamper(holed.id(), entries -> List.of());
        ChainReport report = verifier.verify(sum -> { });
        assertEquals(3, report.chains());
        assertEquals(List.of("order " + holed.id() + ": the end was cut off after entry 0",
            "order " + cut.id() + ": the end was cut off after entry 5"), report.faults());
    }

    @Test
    public void aBrokenChainIsFound() {
        Order order = desk.smsFailed();
        desk.store.tamper(order.id(), entries -> {
            List<HistoryEntry> swapped = new ArrayList<>(entries);
            swapped.set(1, entries.get(2));
            return swapped;
        });
        assertEquals(List.of("order " + order.id() + ": entry 2 is missing"), verifier.verify(sum -> { }).faults());
    }
}
