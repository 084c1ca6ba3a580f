package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.testkit.Requirement;

public class StageStoreTest extends OnBothDatabases {

    private static final Instant START = Samples.NOW;

    private JdbcOrderStore orders;
    private Order order = Samples.draft("o1");
    private HistoryEntry last;

    /** The order moves, some hours after the start. */
    private void move(int hours, OrderEvent event, OrderState to) {
        Order next = Samples.in(order, to);
        HistoryEntry entry = Samples.entry(next, last == null ? 1 : last.no() + 1, event);
        entry = new HistoryEntry(entry.orderId(), entry.no(), START.plus(Duration.ofHours(hours)), entry.actor(), event,
            last == null ? null : last.to(), to, entry.reason(), entry.details(), entry.previousHash(), entry.hash());
        if (last == null) {
            orders.insert(next, entry);
        } else {
            next = next.next(START.plus(Duration.ofHours(hours)));
            orders.update(next, entry);
        }
        order = next;
        last = entry;
    }

    @Test
    @Requirement("W-31")
    public void aStayEndsWithTheStateNotWithEachEntry() {
        orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        move(0, OrderEvent.CREATED, OrderState.DRAFT);
        move(1, OrderEvent.SUBMITTED, OrderState.PRE_REVIEW);
        move(2, OrderEvent.CLAIMED, OrderState.PRE_REVIEW);
        move(3, OrderEvent.RETURNED, OrderState.RETURNED);
        move(10, OrderEvent.SUBMITTED, OrderState.PRE_REVIEW);
        move(14, OrderEvent.PASSED, OrderState.QUEUED_FOR_AUTHORITY);
        move(15, OrderEvent.UPLOADED, OrderState.SMS_PENDING);
        move(18, OrderEvent.SMS_VERIFIED, OrderState.AUTHORITY_REVIEW);
        assertEquals(Set.of("PRE_REVIEW 1-3", "PRE_REVIEW 10-14", "SMS 15-18"), seen(0, 1000));
        move(100, OrderEvent.APPROVED, OrderState.APPROVED);
        assertEquals(Set.of("PRE_REVIEW 1-3", "PRE_REVIEW 10-14", "SMS 15-18", "AUTHORITY 18-100", "WHOLE 1-100"), seen(0, 1000));
        assertEquals("what ended in the span", Set.of("PRE_REVIEW 10-14"), seen(4, 18));
    }

    private Set<String> seen(int from, int until) {
        Set<String> stays = new TreeSet<>();
        new JdbcStageStore(database).visit(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(until)),
            (stage, province, type, entered, left) -> {
                assertEquals(FilingType.FIRST, type);
                stays.add(stage + " " + hour(entered) + "-" + hour(left));
            });
        return stays;
    }

    private static long hour(Instant time) {
        return Duration.between(START, time).toHours();
    }
}
