package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.core.fake.Samples;

/** The hash chain of a history. */
public class HistoryChainTest {

    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    @Test
    public void theHistoryOfARealOrderHolds() {
        Desk desk = new Desk();
        Order order = desk.smsFailed();
        List<HistoryEntry> history = desk.orders.history(Samples.ALICE, order.id(), 0);
        assertEquals(List.of(OrderEvent.CREATED, OrderEvent.SUBMITTED, OrderEvent.CALL_LOGGED, OrderEvent.PASSED,
            OrderEvent.UPLOADED, OrderEvent.SMS_EXPIRED), history.stream().map(HistoryEntry::event).toList());
        assertEquals(Optional.empty(), HistoryChain.verify(history));
        assertEquals(desk.heard, history);
    }

    @Test
    public void everyChangeOfAnEntryIsFound() {
        List<HistoryEntry> good = chain();
        HistoryEntry e = good.get(1);
        List<HistoryEntry> forged = List.of(
            new HistoryEntry("b", 2, e.at(), e.actor(), e.event(), e.from(), e.to(), e.reason(), e.details(), e.previousHash(), e.hash()),
            new HistoryEntry("a", 2, AT.plusMillis(1), e.actor(), e.event(), e.from(), e.to(), e.reason(), e.details(), e.previousHash(),
                e.hash()),
            new HistoryEntry("a", 2, e.at(), "eve", e.event(), e.from(), e.to(), e.reason(), e.details(), e.previousHash(), e.hash()),
            new HistoryEntry("a", 2, e.at(), e.actor(), OrderEvent.PASSED, e.from(), e.to(), e.reason(), e.details(), e.previousHash(),
                e.hash()),
            new HistoryEntry("a", 2, e.at(), e.actor(), e.event(), null, e.to(), e.reason(), e.details(), e.previousHash(), e.hash()),
            new HistoryEntry("a", 2, e.at(), e.actor(), e.event(), e.from(), OrderState.APPROVED, e.reason(), e.details(),
                e.previousHash(), e.hash()),
            new HistoryEntry("a", 2, e.at(), e.actor(), e.event(), e.from(), e.to(), "other", e.details(), e.previousHash(), e.hash()),
            new HistoryEntry("a", 2, e.at(), e.actor(), e.event(), e.from(), e.to(), e.reason(), Map.of("k", "w"), e.previousHash(),
                e.hash()));
        for (HistoryEntry bad : forged) {
            assertEquals(Optional.of("entry 2 was changed"), HistoryChain.verify(List.of(good.get(0), bad, good.get(2))));
        }
    }

    @Test
    public void aMissingOrSwappedEntryIsFound() {
        List<HistoryEntry> good = chain();
        assertEquals(Optional.of("entry 2 is missing"), HistoryChain.verify(List.of(good.get(0), good.get(2))));
        assertEquals(Optional.of("entry 1 is missing"), HistoryChain.verify(good.subList(1, 3)));
        HistoryEntry other = entry(null, "x");
        assertEquals(Optional.of("entry 2 does not follow the one before"),
            HistoryChain.verify(List.of(other, good.get(1), good.get(2))));
    }

    @Test
    public void theOrderOfDetailsDoesNotMatterAndNoTwoFormsAreEqual() {
        assertEquals(hash(Map.of("a", "1", "b", "2")), hash(Map.of("b", "2", "a", "1")));
        assertNotEquals(hash(Map.of("a", "1b:2")), hash(Map.of("a", "1", "b", "2")));
        assertNotEquals(hash(Map.of("a", "")), hash(Map.of()));
    }

    private static String hash(Map<String, String> details) {
        return HistoryChain.next(null, "a", AT, "alice", OrderEvent.CREATED, null, OrderState.DRAFT, null, details).hash();
    }

    private static List<HistoryEntry> chain() {
        List<HistoryEntry> chain = new ArrayList<>();
        chain.add(entry(null, null));
        chain.add(entry(chain.get(0), "why"));
        chain.add(entry(chain.get(1), null));
        return chain;
    }

    private static HistoryEntry entry(HistoryEntry last, String reason) {
        return HistoryChain.next(last, "a", AT, "alice", OrderEvent.EDITED, OrderState.DRAFT, OrderState.DRAFT, reason,
            Map.of("k", "v"));
    }
}
