package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.StageStore;
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

    @Test
    @Requirement("W-31")
    public void aMessageIsUnderWayFromItsFirstTryUntilItArrivedOrWasTaken() {
        orders = new JdbcOrderStore(database, new Samples.FakePersonalData());
        move(0, OrderEvent.CREATED, OrderState.DRAFT);
        JdbcDeliveryStore deliveries = new JdbcDeliveryStore(database);
        deliveries.add(List.of(tried(order.id(), "email", "a", DeliveryResult.retryLater("busy"), 1),
            tried(order.id(), "email", "a", DeliveryResult.accepted("id"), 3), tried(null, "sms", "b", DeliveryResult.sent("7", 1), 2),
            tried(null, "sms", "b", DeliveryResult.delivered(), 6), tried(null, "sms", "c", DeliveryResult.refused("no"), 2)));
        assertEquals(Set.of("MESSAGE email 1-3", "MESSAGE sms 2-6"), seen(0, 1000));
        assertEquals("what ended in the span", Set.of("MESSAGE email 1-3"), seen(2, 5));
        assertEquals("only what is asked for", List.of(), asked(Set.of(Stage.WHOLE, Stage.SMS)));
    }

    private List<StageStore.Stay> asked(Set<Stage> stages) {
        List<StageStore.Stay> stays = new ArrayList<>();
        new JdbcStageStore(database).visit(START, START.plus(Duration.ofDays(100)), stages, stays::add);
        return stays;
    }

    private static DeliveryStore.Delivery tried(String order, String channel, String key, DeliveryResult result, int hour) {
        return new DeliveryStore.Delivery("alice", order, "m", channel, "-", key, 1, result, START.plus(Duration.ofHours(hour)));
    }

    private Set<String> seen(int from, int until) {
        Set<String> stays = new TreeSet<>();
        new JdbcStageStore(database).visit(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(until)),
            EnumSet.allOf(Stage.class), stay -> {
                assertEquals(stay.stage() == Stage.MESSAGE && stay.provinceId() == null ? null : FilingType.FIRST, stay.type());
                stays.add(stay.stage() + (stay.channel() == null ? "" : " " + stay.channel()) + " " + hour(stay.entered()) + "-"
                    + hour(stay.left()));
            });
        return stays;
    }

    private static long hour(Instant time) {
        return Duration.between(START, time).plusSeconds(1).toHours();
    }
}
